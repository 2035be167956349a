// Generated from the API's routes by scripts/generate-api-types.ts; do not edit.
export interface paths {
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the first account is still to be made
         * @description Open to anybody.
         */
        get: operations["getSetup"];
        put?: never;
        /**
         * Make the organization and its first administrator
         * @description Open to anybody.
         */
        post: operations["postSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Open to anybody.
         */
        post: operations["postSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The code of the authenticator app, or a recovery code
         * @description A session, also one that is still signing in.
         */
        post: operations["postSignInTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password where one is demanded
         * @description A session, also one that is still signing in.
         */
        post: operations["postSignInPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description A session, also one that is still signing in.
         */
        post: operations["postSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rules for one’s own password
         * @description A session, also one that is still signing in.
         */
        get: operations["getPasswordPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, what they may do, and how long
         * @description A session, also one that is still signing in.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * I am still here: begin the idle time anew
         * @description A full session; no token.
         */
        post: operations["postSessionExtend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to show a passkey of this site
         * @description Open to anybody.
         */
        post: operations["postSignInPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey alone: it is both factors, since its device has verified its owner
         * @description Open to anybody.
         */
        post: operations["postSignInPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to show a passkey as the second factor
         * @description A session, also one that is still signing in.
         */
        post: operations["postSignInSecondFactorPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/second-factor/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A passkey as the second factor
         * @description A session, also one that is still signing in.
         */
        post: operations["postSignInSecondFactorPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mfa/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret for an authenticator app, to be confirmed
         * @description A session, also one that is still signing in.
         */
        post: operations["postMfaTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mfa/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the app with a code; gives recovery codes once
         * @description A session, also one that is still signing in.
         */
        post: operations["postMfaTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New recovery codes; the old ones stop working
         * @description A full session; no token.
         */
        post: operations["postMfaRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mfa/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to make a passkey on the way in
         * @description A session, also one that is still signing in.
         */
        post: operations["postMfaPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mfa/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep the passkey as one’s second factor; gives recovery codes once
         * @description A session, also one that is still signing in.
         */
        post: operations["postMfaPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own passkeys
         * @description A full session; no token.
         */
        get: operations["getMePasskeys"];
        put?: never;
        /**
         * Keep the passkey that the browser made
         * @description A full session; no token.
         */
        post: operations["postMePasskeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to make a passkey
         * @description A full session; no token.
         */
        post: operations["postMePasskeysOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Call a passkey something else
         * @description A full session; no token.
         */
        patch: operations["patchMePasskeysId"];
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a passkey
         * @description A full session; no token.
         */
        post: operations["postMePasskeysIdRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices on which one’s second factor is remembered
         * @description A full session; no token.
         */
        get: operations["getMeDevices"];
        put?: never;
        post?: never;
        /**
         * Forget all devices
         * @description A full session; no token.
         */
        delete: operations["deleteMeDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a device: its next sign-in takes the second factor
         * @description A full session; no token.
         */
        delete: operations["deleteMeDevicesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether an authenticator app is enrolled, and whether the organization demands one
         * @description A full session; no token.
         */
        get: operations["getMeTotp"];
        put?: never;
        /**
         * Set up an authenticator app, or a new one; the present one works until the new one is confirmed
         * @description A full session; no token.
         */
        post: operations["postMeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the new app with a code; gives recovery codes once and ends one’s other sessions
         * @description A full session; no token.
         */
        post: operations["postMeTotpConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up the second factor, where the organization does not demand one
         * @description A full session; no token.
         */
        post: operations["postMeTotpRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own password; ends one’s other sessions
         * @description A full session; no token.
         */
        post: operations["postMePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own sessions
         * @description A full session; no token.
         */
        get: operations["getMeSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out all of one’s other sessions
         * @description A full session; no token.
         */
        delete: operations["deleteMeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of one’s own sessions
         * @description A full session; no token.
         */
        delete: operations["deleteMeSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own language; null for what the browser asks for
         * @description A full session; no token.
         */
        get: operations["getMeLanguage"];
        /**
         * Choose one’s own language; null for what the browser asks for
         * @description A full session; no token.
         */
        put: operations["putMeLanguage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, by name
         * @description Needs the permission `users:read`.
         */
        get: operations["getUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description Needs the permission `users:read`.
         */
        get: operations["getUsersId"];
        put?: never;
        post?: never;
        /**
         * Remove: ends every session and token at once; the log keeps the account’s id
         * @description Needs the permission `users:manage`.
         */
        delete: operations["deleteUsersId"];
        options?: never;
        head?: never;
        /**
         * Change name, roles, teams or end date
         * @description Needs the permission `users:manage`.
         */
        patch: operations["patchUsersId"];
        trace?: never;
    };
    "/api/v1/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend: ends every session and token at once
         * @description Needs the permission `users:manage`.
         */
        post: operations["postUsersIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a suspended user back in
         * @description Needs the permission `users:manage`.
         */
        post: operations["postUsersIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a lock-out
         * @description Needs the permission `users:manage`.
         */
        post: operations["postUsersIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget the authenticator app, passkeys and devices; a second factor is set up anew at the next sign-in
         * @description Needs the permission `users:manage`.
         */
        post: operations["postUsersIdResetMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sessions of a user
         * @description Needs the permission `sessions:manage`.
         */
        get: operations["getUsersIdSessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a user
         * @description Needs the permission `sessions:manage`.
         */
        delete: operations["deleteUsersIdSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a user; an invited one gets a new link
         * @description Needs the permission `users:manage`.
         */
        post: operations["postUsersInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation is for
         * @description Open to anybody.
         */
        post: operations["postInvitationsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation with a password of one’s own
         * @description Open to anybody.
         */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service tokens
         * @description Needs the permission `tokens:manage`.
         */
        get: operations["getTokens"];
        put?: never;
        /**
         * Make a service token; its secret is shown once
         * @description Needs the permission `tokens:manage`.
         */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token, at once
         * @description Needs the permission `tokens:manage`.
         */
        delete: operations["deleteTokensId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization and its policies
         * @description Needs the permission `settings:read`.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, time zone or policies; what is left out stays
         * @description Needs the permission `settings:manage`.
         */
        patch: operations["patchOrganization"];
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every permission and field class there is
         * @description Any full session or token.
         */
        get: operations["getPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles
         * @description Needs the permission `roles:read`.
         */
        get: operations["getRoles"];
        put?: never;
        /**
         * Make a role
         * @description Needs the permission `roles:manage`.
         */
        post: operations["postRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a role that nobody holds
         * @description Needs the permission `roles:manage`.
         */
        delete: operations["deleteRolesId"];
        options?: never;
        head?: never;
        /**
         * Change a role
         * @description Needs the permission `roles:manage`.
         */
        patch: operations["patchRolesId"];
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Teams and their members
         * @description Needs the permission `teams:read`.
         */
        get: operations["getTeams"];
        put?: never;
        /**
         * Make a team
         * @description Needs the permission `teams:manage`.
         */
        post: operations["postTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a team; what its walls opened closes
         * @description Needs the permission `teams:manage`.
         */
        delete: operations["deleteTeamsId"];
        options?: never;
        head?: never;
        /**
         * Change a team or its members
         * @description Needs the permission `teams:manage`.
         */
        patch: operations["patchTeamsId"];
        trace?: never;
    };
    "/api/v1/client-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Client groups
         * @description Needs the permission `teams:read`.
         */
        get: operations["getClientGroups"];
        put?: never;
        /**
         * Make a client group
         * @description Needs the permission `teams:manage`.
         */
        post: operations["postClientGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/client-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a client group that has no clients
         * @description Needs the permission `teams:manage`.
         */
        delete: operations["deleteClientGroupsId"];
        options?: never;
        head?: never;
        /**
         * Rename a client group
         * @description Needs the permission `teams:manage`.
         */
        patch: operations["patchClientGroupsId"];
        trace?: never;
    };
    "/api/v1/walls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The matrix of teams and client groups
         * @description Needs the permission `teams:read`.
         */
        get: operations["getWalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walls/{teamId}/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Open or close a client group to a team
         * @description Needs the permission `teams:manage`.
         */
        put: operations["putWallsTeamIdGroupId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facilities
         * @description Needs the permission `facilities:read`.
         */
        get: operations["getFacilities"];
        put?: never;
        /**
         * Add a facility
         * @description Needs the permission `facilities:manage`.
         */
        post: operations["postFacilities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/facilities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a facility to which nothing belongs
         * @description Needs the permission `facilities:manage`.
         */
        delete: operations["deleteFacilitiesId"];
        options?: never;
        head?: never;
        /**
         * Change a facility
         * @description Needs the permission `facilities:manage`.
         */
        patch: operations["patchFacilitiesId"];
        trace?: never;
    };
    "/api/v1/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Emergency access, what waits for review first
         * @description Needs the permission `break-glass:review`.
         */
        get: operations["getBreakGlass"];
        put?: never;
        /**
         * Open a client beyond the walls, for an hour, with a reason
         * @description Needs the permission `break-glass:use`.
         */
        post: operations["postBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether it was justified; not one’s own
         * @description Needs the permission `break-glass:review`.
         */
        post: operations["postBreakGlassIdReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user may see of a client, or of any client of a group, and why
         * @description Needs the permission `access:explain`.
         */
        get: operations["getExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find clients by name, birth date, phone, e-mail, MRN or SSN; without a query, the ones changed last
         * @description Needs the permission `clients:read`.
         */
        post: operations["postClientsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client, identifiers masked
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsId"];
        put?: never;
        post?: never;
        /**
         * Destroy a client’s data for good by destroying its key; the receipt stays in the log
         * @description Needs the permission `clients:shred`.
         */
        delete: operations["deleteClientsId"];
        options?: never;
        head?: never;
        /**
         * Change a client; a field class that is given replaces that class whole
         * @description Needs the permission `clients:write`.
         */
        patch: operations["patchClientsId"];
        trace?: never;
    };
    "/api/v1/clients/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One identifier, unmasked
         * @description Needs the permission `identifiers:reveal`.
         */
        post: operations["postClientsIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a client
         * @description Needs the permission `clients:create`.
         */
        post: operations["postClients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People tied to a client
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsIdContacts"];
        put?: never;
        /**
         * Add a contact
         * @description Needs the permission `clients:write`.
         */
        post: operations["postClientsIdContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a contact
         * @description Needs the permission `clients:write`.
         */
        delete: operations["deleteClientsIdContactsContactId"];
        options?: never;
        head?: never;
        /**
         * Change a contact (replaced whole)
         * @description Needs the permission `clients:write`.
         */
        patch: operations["patchClientsIdContactsContactId"];
        trace?: never;
    };
    "/api/v1/clients/{id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients that belong together
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsIdRelationships"];
        put?: never;
        /**
         * Tie two clients together
         * @description Needs the permission `clients:write`.
         */
        post: operations["postClientsIdRelationships"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/relationships/{relationshipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Untie two clients
         * @description Needs the permission `clients:write`.
         */
        delete: operations["deleteClientsIdRelationshipsRelationshipId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes, newest first
         * @description Needs the permission `notes:read`.
         */
        get: operations["getClientsIdNotes"];
        put?: never;
        /**
         * Write a note
         * @description Needs the permission `notes:write`.
         */
        post: operations["postClientsIdNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove one’s own note
         * @description Needs the permission `notes:write`.
         */
        delete: operations["deleteClientsIdNotesNoteId"];
        options?: never;
        head?: never;
        /**
         * Edit one’s own note
         * @description Needs the permission `notes:write`.
         */
        patch: operations["patchClientsIdNotesNoteId"];
        trace?: never;
    };
    "/api/v1/clients/{id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imported resources of a client
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsIdResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/resources/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One imported resource, as it came
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsIdResourcesResourceId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a ticket; of no client, it stands behind the wall of its queue
         * @description Needs the permission `tickets:create`.
         */
        post: operations["postTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One ticket with the newest messages of its thread
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a ticket: status by its flow, who works on it, how urgent it is, whose it is
         * @description Needs the permission `tickets:write`.
         */
        patch: operations["patchTicketsId"];
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queues, types with their flows, checklists, teams, and the colleagues who work tickets
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tickets by filter, saved view and words; without words in pages
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tickets in columns, each with its count and its first cards
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketsBoard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A list of tickets as CSV, with a purpose that the log keeps; no messages
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketsExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/close-override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a ticket past its gate, with a reason that the log keeps
         * @description Needs the permission `tickets:close-override`.
         */
        post: operations["postTicketsIdCloseOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same change on many tickets; each succeeds or fails for itself
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earlier messages of a thread
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsIdMessages"];
        put?: never;
        /**
         * Reply, or write an internal note; may change the status in the same transaction
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit one’s own message, within 15 minutes and before it is sent
         * @description Needs the permission `tickets:write`.
         */
        patch: operations["patchTicketsIdMessagesMessageId"];
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages/{messageId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The text of a suspected message, uncovered, with a reason that the log keeps
         * @description Needs the permission `files:reveal`.
         */
        post: operations["postTicketsIdMessagesMessageIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages/{messageId}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say, with a reason, that a suspected message holds no protected health information
         * @description Needs the permission `files:clear`.
         */
        post: operations["postTicketsIdMessagesMessageIdClear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/messages/{messageId}/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroy the text of a message for good: the ticket gets a new key, under which it was never sealed
         * @description Needs the permission `files:purge`.
         */
        post: operations["postTicketsIdMessagesMessageIdPurge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told of replies, or no longer
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketsIdWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one has the ticket open, and hear who else has; send it every 20 seconds
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketsIdPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own notifications, newest first
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many are unread
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getNotificationsCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read: those named, those of a ticket, or all
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own views and the shared ones
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketViews"];
        put?: never;
        /**
         * Save a view; a shared one needs desk:settings
         * @description Needs the permission `tickets:read`.
         */
        post: operations["postTicketViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a view
         * @description Needs the permission `tickets:read`.
         */
        put: operations["putTicketViewsId"];
        post?: never;
        /**
         * Remove a view
         * @description Needs the permission `tickets:read`.
         */
        delete: operations["deleteTicketViewsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-macros": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own macros and the shared ones
         * @description Needs the permission `tickets:write`.
         */
        get: operations["getTicketMacros"];
        put?: never;
        /**
         * Save a macro; a shared one needs desk:settings
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketMacros"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-macros/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a macro
         * @description Needs the permission `tickets:write`.
         */
        put: operations["putTicketMacrosId"];
        post?: never;
        /**
         * Remove a macro
         * @description Needs the permission `tickets:write`.
         */
        delete: operations["deleteTicketMacrosId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/macros/{macroId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do to a ticket what a macro says, all or nothing
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdMacrosMacroIdApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/macros/{macroId}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A canned reply’s text for this ticket, to look over before it is sent
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdMacrosMacroIdFill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a ticket into another: its messages and what is to be done move there, and it is closed
         * @description Needs the permission `tickets:merge`.
         */
        post: operations["postTicketsIdMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a ticket of one message
         * @description Needs the permission `tickets:merge`.
         */
        post: operations["postTicketsIdSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tie a ticket to another, or untie them: relates to, duplicates, blocks
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/steps/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do, undo or skip a step of a checklist, with a note
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdStepsStepId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a checklist into a ticket
         * @description Needs the permission `tickets:write`.
         */
        post: operations["postTicketsIdChecklists"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When the ticket comes back, and who wanted it to
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsIdReminder"];
        /**
         * Let the ticket come back at a time: one that waits is opened then, and you and its assignee are told
         * @description Needs the permission `tickets:write`.
         */
        put: operations["putTicketsIdReminder"];
        post?: never;
        /**
         * Take the reminder back
         * @description Needs the permission `tickets:write`.
         */
        delete: operations["deleteTicketsIdReminder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every queue; for who works with tickets or edits the desk or its mail
         * @description Any full session or token.
         */
        get: operations["getQueues"];
        put?: never;
        /**
         * Add a queue
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postQueues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a queue; tickets keep the steps that were copied into them
         * @description Needs the permission `desk:settings`.
         */
        put: operations["putQueuesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every type of ticket; for who works with tickets or edits the desk or its mail
         * @description Any full session or token.
         */
        get: operations["getTicketTypes"];
        put?: never;
        /**
         * Add a type of ticket
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postTicketTypes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a type of ticket; tickets keep the steps that were copied into them
         * @description Needs the permission `desk:settings`.
         */
        put: operations["putTicketTypesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every flow; for who works with tickets or edits the desk or its mail
         * @description Any full session or token.
         */
        get: operations["getTicketFlows"];
        put?: never;
        /**
         * Add a flow
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postTicketFlows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ticket-flows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a flow; tickets keep the steps that were copied into them
         * @description Needs the permission `desk:settings`.
         */
        put: operations["putTicketFlowsId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklist-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every checklist; for who works with tickets or edits the desk or its mail
         * @description Any full session or token.
         */
        get: operations["getChecklistTemplates"];
        put?: never;
        /**
         * Add a checklist
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postChecklistTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checklist-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a checklist; tickets keep the steps that were copied into them
         * @description Needs the permission `desk:settings`.
         */
        put: operations["putChecklistTemplatesId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calendars of working hours
         * @description Needs the permission `desk:settings`.
         */
        get: operations["getSlaCalendars"];
        put?: never;
        /**
         * Make a calendar
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postSlaCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a calendar that no policy counts by
         * @description Needs the permission `desk:settings`.
         */
        delete: operations["deleteSlaCalendarsId"];
        options?: never;
        head?: never;
        /**
         * Change a calendar; what is left out stays
         * @description Needs the permission `desk:settings`.
         */
        patch: operations["patchSlaCalendarsId"];
        trace?: never;
    };
    "/api/v1/sla/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policies, in the order in which they are asked
         * @description Needs the permission `desk:settings`.
         */
        get: operations["getSlaPolicies"];
        put?: never;
        /**
         * Make a policy, first in the order
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postSlaPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say in which order policies are asked; the first that fits counts
         * @description Needs the permission `desk:settings`.
         */
        put: operations["putSlaPoliciesOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a policy; its open tickets come under the next that fits
         * @description Needs the permission `desk:settings`.
         */
        delete: operations["deleteSlaPoliciesId"];
        options?: never;
        head?: never;
        /**
         * Change a policy; what is left out stays
         * @description Needs the permission `desk:settings`.
         */
        patch: operations["patchSlaPoliciesId"];
        trace?: never;
    };
    "/api/v1/tickets/{id}/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the clocks of a ticket stand now, and by which policy
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsIdSla"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which policy a ticket comes under and why, and when it would be due, by a draft too
         * @description Needs the permission `desk:settings`.
         */
        post: operations["postSlaPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla/sweep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the going over all open tickets is after a change
         * @description Needs the permission `desk:settings`.
         */
        get: operations["getSlaSweep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/sla": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Service levels met and breached in a period, over the tickets that you may see
         * @description Needs the permission `reports:read`.
         */
        post: operations["postReportsSla"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open tickets by queue and technician, now
         * @description Needs the permission `reports:read`.
         */
        post: operations["postReportsLoad"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How old open tickets are, by queue, now
         * @description Needs the permission `reports:read`.
         */
        post: operations["postReportsBacklog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Of what was resolved in a period, how much was reopened since
         * @description Needs the permission `reports:read`.
         */
        post: operations["postReportsReopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own running timer
         * @description Needs the permission `time:write`.
         */
        get: operations["getTimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the timer on a ticket; with `switch`, what runs is stopped and kept first
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimerStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the timer; what it counted becomes a draft
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimerStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timer/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the timer and keep nothing
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimerDiscard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record time on a ticket
         * @description Needs the permission `time:write`.
         */
        post: operations["postTicketsIdTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Time entries on tickets that you may see: one’s own, of a ticket, or those that wait for approval
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimeEntriesSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in one’s own drafts for approval
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimeEntriesSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove one’s own entry that is not submitted
         * @description Needs the permission `time:write`.
         */
        delete: operations["deleteTimeEntriesId"];
        options?: never;
        head?: never;
        /**
         * Change one’s own entry; one that was rejected becomes a draft again
         * @description Needs the permission `time:write`.
         */
        patch: operations["patchTimeEntriesId"];
        trace?: never;
    };
    "/api/v1/time-entries/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve time, or reject it with a reason; never one’s own
         * @description Needs the permission `time:approve`.
         */
        post: operations["postTimeEntriesDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timesheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A week’s time, Monday to Sunday; of others with the permission to approve it
         * @description Needs the permission `time:write`.
         */
        post: operations["postTimesheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timesheets/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose weeks wait for approval, oldest first; never one’s own
         * @description Needs the permission `time:approve`.
         */
        get: operations["getTimesheetsWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contracts and how far they are used; clients are named as far as one may see them
         * @description Needs the permission `contracts:manage`.
         */
        get: operations["getContracts"];
        put?: never;
        /**
         * Make a contract
         * @description Needs the permission `contracts:manage`.
         */
        post: operations["postContracts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contracts that time on a ticket may be counted to
         * @description Needs the permission `time:write`.
         */
        get: operations["getTicketsIdContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a contract to which no time was counted
         * @description Needs the permission `contracts:manage`.
         */
        delete: operations["deleteContractsId"];
        options?: never;
        head?: never;
        /**
         * Change a contract; what is left out stays
         * @description Needs the permission `contracts:manage`.
         */
        patch: operations["patchContractsId"];
        trace?: never;
    };
    "/api/v1/contracts/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of a contract is used, period by period; approved time counts
         * @description Needs the permission `contracts:manage`.
         */
        get: operations["getContractsIdUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approved billable time as CSV, with a purpose that the log keeps
         * @description Needs the permission `contracts:manage`.
         */
        post: operations["postTimeEntriesExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recorded time by client, technician, queue or contract, in all and over time
         * @description Needs the permission `reports:read`.
         */
        post: operations["postReportsTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The files of a ticket or a client, tombstones too
         * @description Needs the permission `files:read`.
         */
        get: operations["getFiles"];
        put?: never;
        /**
         * Announce a file; its bytes follow with PUT /files/:id/content, in one go or in several
         * @description Needs the permission `files:write`.
         */
        post: operations["postFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a file for a conversation or a form; its bytes follow
         * @description A full session of a portal person.
         */
        post: operations["postPortalFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file itself, or a range of it; a suspected one after POST /files/:id/reveal
         * @description Needs the permission `files:read`.
         */
        get: operations["getFilesIdContent"];
        /**
         * Bytes of a file from the header `upload-offset` on; what arrives before a break is kept, and GET /files/:id says where to go on
         * @description Needs the permission `files:write`.
         */
        put: operations["putFilesIdContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file itself, or a range of it; a suspected one after POST /files/:id/reveal
         * @description A full session of a portal person.
         */
        get: operations["getPortalFilesIdContent"];
        /**
         * Bytes of a file from the header `upload-offset` on; what arrives before a break is kept, and GET /files/:id says where to go on
         * @description A full session of a portal person.
         */
        put: operations["putPortalFilesIdContent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file: how far its upload is, what was found in it, what may be done with it
         * @description Needs the permission `files:read`.
         */
        get: operations["getFilesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One file: how far its upload is, what was found in it, what may be done with it
         * @description A full session of a portal person.
         */
        get: operations["getPortalFilesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a page, drawn anew; of a file that is suspected or unread, a tiny and blurred one of the first
         * @description Needs the permission `files:read`.
         */
        get: operations["getFilesIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/files/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a page, drawn anew; of a file that is suspected or unread, a tiny and blurred one of the first
         * @description A full session of a portal person.
         */
        get: operations["getPortalFilesIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look into a suspected file for ten minutes, with a reason
         * @description Needs the permission `files:reveal`.
         */
        post: operations["postFilesIdReveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a suspected file holds no protected health information
         * @description Needs the permission `files:clear`.
         */
        post: operations["postFilesIdClear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a file into a client’s record; a tombstone stays here
         * @description Needs the permission `files:move`.
         */
        post: operations["postFilesIdMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroy a file for good, with its key; the receipt stays in the log
         * @description Needs the permission `files:purge`.
         */
        post: operations["postFilesIdPurge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Folders in a folder, or the outermost: the shared ones, or those of a client
         * @description Needs the permission `documents:read`.
         */
        get: operations["getFolders"];
        put?: never;
        /**
         * Make a folder: in another, private to a client, or shared with all or some facilities
         * @description Needs the permission `documents:write`.
         */
        post: operations["postFolders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A folder, and the path to it
         * @description Needs the permission `documents:read`.
         */
        get: operations["getFoldersId"];
        put?: never;
        post?: never;
        /**
         * Remove a folder that is empty
         * @description Needs the permission `documents:manage`.
         */
        delete: operations["deleteFoldersId"];
        options?: never;
        head?: never;
        /**
         * Rename or move a folder, or change which facilities see it; all in it follows
         * @description Needs the permission `documents:write`.
         */
        patch: operations["patchFoldersId"];
        trace?: never;
    };
    "/api/v1/portal/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Folders in a folder, or the outermost: the shared ones, or those of a client
         * @description A full session of a portal person.
         */
        get: operations["getPortalFolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A folder, and the path to it
         * @description A full session of a portal person.
         */
        get: operations["getPortalFoldersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/folders/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents of a folder, what changed last first; drafts are for those who write
         * @description Needs the permission `documents:read`.
         */
        get: operations["getFoldersIdDocuments"];
        put?: never;
        /**
         * Add a document as a draft; the bytes of its first version follow
         * @description Needs the permission `documents:write`.
         */
        post: operations["postFoldersIdDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document
         * @description Needs the permission `documents:read`.
         */
        get: operations["getDocumentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename or move a document, set its tags, when it expires and when it is to be reviewed
         * @description Needs the permission `documents:write`.
         */
        patch: operations["patchDocumentsId"];
        trace?: never;
    };
    "/api/v1/portal/folders/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents of a folder, what changed last first; drafts are for those who write
         * @description A full session of a portal person.
         */
        get: operations["getPortalFoldersIdDocuments"];
        put?: never;
        /**
         * Add a document as a draft; the bytes of its first version follow
         * @description A full session of a portal person.
         */
        post: operations["postPortalFoldersIdDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document
         * @description A full session of a portal person.
         */
        get: operations["getPortalDocumentsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Documents by words of their names, tags and texts, within what one may see
         * @description Needs the permission `documents:read`.
         */
        post: operations["postDocumentsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Documents by words of their names, tags and texts, within what one may see
         * @description A full session of a portal person.
         */
        post: operations["postPortalDocumentsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one is asked to read, the most pressing first
         * @description Needs the permission `documents:read`.
         */
        get: operations["getReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one has read the published version
         * @description Needs the permission `documents:read`.
         */
        post: operations["postDocumentsIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one is asked to read, the most pressing first
         * @description A full session of a portal person.
         */
        get: operations["getPortalReading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one has read the published version
         * @description A full session of a portal person.
         */
        post: operations["postPortalDocumentsIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is to read a document, who has, and who has not yet
         * @description Needs the permission `documents:publish`.
         */
        get: operations["getDocumentsIdReading"];
        /**
         * Say who is to read a document, and until when; an empty audience asks nobody any more
         * @description Needs the permission `documents:publish`.
         */
        put: operations["putDocumentsIdReading"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of a document, newest first; who only reads sees the published one
         * @description Needs the permission `documents:read`.
         */
        get: operations["getDocumentsIdVersions"];
        put?: never;
        /**
         * Announce a version, naming the one that it was made from; where that is not the newest any more the answer is a conflict that names both
         * @description Needs the permission `documents:write`.
         */
        post: operations["postDocumentsIdVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an upload is, and what became of it
         * @description Needs the permission `documents:write`.
         */
        get: operations["getDocumentsIdUploadsUploadId"];
        /**
         * Bytes of a version from the header `upload-offset` on; a conflict after the last says that another version came meanwhile, and this one is kept beside it
         * @description Needs the permission `documents:write`.
         */
        put: operations["putDocumentsIdUploadsUploadId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an upload is, and what became of it
         * @description A full session of a portal person.
         */
        get: operations["getPortalDocumentsIdUploadsUploadId"];
        /**
         * Bytes of a version from the header `upload-offset` on; a conflict after the last says that another version came meanwhile, and this one is kept beside it
         * @description A full session of a portal person.
         */
        put: operations["putPortalDocumentsIdUploadsUploadId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/versions/{n}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version itself, or a range of it
         * @description Needs the permission `documents:read`.
         */
        get: operations["getDocumentsIdVersionsNContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/versions/{n}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a page of a version, drawn anew; a tiny blurred one while it is covered
         * @description Needs the permission `documents:read`.
         */
        get: operations["getDocumentsIdVersionsNPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/versions/{n}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of a version, drawn out by a reader in a process of its own; the beginning of a long one
         * @description Needs the permission `documents:read`.
         */
        get: operations["getDocumentsIdVersionsNText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}/versions/{n}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version itself, or a range of it
         * @description A full session of a portal person.
         */
        get: operations["getPortalDocumentsIdVersionsNContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}/versions/{n}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture of a page of a version, drawn anew; a tiny blurred one while it is covered
         * @description A full session of a portal person.
         */
        get: operations["getPortalDocumentsIdVersionsNPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/documents/{id}/versions/{n}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of a version, drawn out by a reader in a process of its own; the beginning of a long one
         * @description A full session of a portal person.
         */
        get: operations["getPortalDocumentsIdVersionsNText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs between the texts of two versions
         * @description Needs the permission `documents:write`.
         */
        get: operations["getDocumentsIdCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let readers see a version; one that may hold health information needs a reason in a shared folder
         * @description Needs the permission `documents:publish`.
         */
        post: operations["postDocumentsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a document back from its readers; its versions stay
         * @description Needs the permission `documents:publish`.
         */
        post: operations["postDocumentsIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an old version, or one that was kept beside, the newest; nothing in between is lost
         * @description Needs the permission `documents:write`.
         */
        post: operations["postDocumentsIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit a document alone: nobody else adds a version until it is checked in
         * @description Needs the permission `documents:write`.
         */
        post: operations["postDocumentsIdCheckOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let others edit again; somebody else’s check-out is taken back with documents:manage
         * @description Needs the permission `documents:write`.
         */
        post: operations["postDocumentsIdCheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links that a document was shared by, newest first
         * @description Needs the permission `documents:share`.
         */
        get: operations["getDocumentsIdLinks"];
        put?: never;
        /**
         * Share the published version by a link; its secret, and the code where there is one, are told once
         * @description Needs the permission `documents:share`.
         */
        post: operations["postDocumentsIdLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/links/{linkId}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another one-time code for a link; the one before works no more
         * @description Needs the permission `documents:share`.
         */
        post: operations["postDocumentsIdLinksLinkIdCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a link back; whoever is looking by it sees nothing more
         * @description Needs the permission `documents:share`.
         */
        delete: operations["deleteDocumentsIdLinksLinkId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a document by a link’s secret, with its code where it asks for one
         * @description Open to anybody.
         */
        post: operations["postSharedOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/open-as-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a document by a link for those who sign in
         * @description Any full session or token.
         */
        post: operations["postSharedOpenAsMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A page of a shared document as a picture, with the viewer’s name and the time across it
         * @description Open to anybody.
         */
        post: operations["postSharedPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A shared document itself, where the link and the outbound gate let it leave
         * @description Open to anybody.
         */
        post: operations["postSharedDownload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mailboxes, and whether they can be read
         * @description Needs the permission `mail:settings`.
         */
        get: operations["getMailMailboxes"];
        put?: never;
        /**
         * Add a mailbox
         * @description Needs the permission `mail:settings`.
         */
        post: operations["postMailMailboxes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/mailboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a mailbox (replaced whole; a login that is left out stays)
         * @description Needs the permission `mail:settings`.
         */
        put: operations["putMailMailboxesId"];
        post?: never;
        /**
         * Remove a mailbox; its tickets stay
         * @description Needs the permission `mail:settings`.
         */
        delete: operations["deleteMailMailboxesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/mailboxes/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in to the mailbox and open its folder, without reading anything
         * @description Needs the permission `mail:settings`.
         */
        post: operations["postMailMailboxesIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How mail leaves
         * @description Needs the permission `mail:settings`.
         */
        get: operations["getMailOutbound"];
        /**
         * Change how mail leaves (replaced whole; a login that is left out stays)
         * @description Needs the permission `mail:settings`.
         */
        put: operations["putMailOutbound"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/outbound/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message of fixed words, to see whether mail leaves
         * @description Needs the permission `mail:settings`.
         */
        post: operations["postMailOutboundTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/gate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What becomes of mail that may hold health information
         * @description Needs the permission `mail:settings`.
         */
        get: operations["getMailGate"];
        /**
         * Decide what becomes of mail that may hold health information, with a reason
         * @description Needs the permission `mail:settings`.
         */
        put: operations["putMailGate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mail that waits for a decision, oldest first
         * @description Needs the permission `mail:release`.
         */
        get: operations["getMailHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/held/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a held mail as it is, send a notice instead, or drop it
         * @description Needs the permission `mail:release`.
         */
        post: operations["postMailHeldIdDecide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each message that went out or came in as e-mail
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsIdMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of mail that came in, newest first; nothing of its content
         * @description Needs the permission `mail:settings`.
         */
        get: operations["getMailReceived"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices, with their last copy and the room that they take
         * @description Needs the permission `devices:read`.
         */
        get: operations["getDevices"];
        put?: never;
        /**
         * Enrol a device; what restic on it needs is shown once
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A device
         * @description Needs the permission `devices:read`.
         */
        get: operations["getDevicesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a device; what is left out stays
         * @description Needs the permission `devices:manage`.
         */
        patch: operations["patchDevicesId"];
        trace?: never;
    };
    "/api/v1/devices/{id}/credential": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a device a new secret; the one before opens nothing from now on
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a device, at once; its copies stay
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/restore-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What it takes to restore a device’s copies elsewhere: access that only reads, for a while, and the password
         * @description Needs the permission `devices:restore`.
         */
        post: operations["postDevicesIdRestoreAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The copies of a device, its sessions, and what Wellkeep did with them
         * @description Needs the permission `devices:read`.
         */
        get: operations["getDevicesIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The copies of a managed device with their folders; with a copy and a path, what lies in a folder
         * @description Needs the permission `devices:restore`.
         */
        post: operations["postDevicesIdLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One file out of a copy of a managed device
         * @description Needs the permission `devices:restore`.
         */
        post: operations["postDevicesIdFetch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets old copies go now, by the device’s rule
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/drill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restores a file at random now, to see that it can be done
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdDrill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back the copies that retention let go within the last 7 days
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdGiveBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/destroy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Destroys the copies of a revoked device for good, with their key
         * @description Needs the permission `devices:manage`.
         */
        post: operations["postDevicesIdDestroy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/repository/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * restic: make the repository; it is there from the enrolment on
         * @description A device’s own credential, by HTTP Basic.
         */
        post: operations["postDevicesIdRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/repository/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * restic: the repository’s configuration
         * @description A device’s own credential, by HTTP Basic.
         */
        get: operations["getDevicesIdRepositoryConfig"];
        put?: never;
        /**
         * restic: write the configuration, once
         * @description A device’s own credential, by HTTP Basic.
         */
        post: operations["postDevicesIdRepositoryConfig"];
        /**
         * restic: refused, always
         * @description A device’s own credential, by HTTP Basic.
         */
        delete: operations["deleteDevicesIdRepositoryConfig"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/repository/{kind}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * restic: the names of files of one kind; with their sizes in version 2
         * @description A device’s own credential, by HTTP Basic.
         */
        get: operations["getDevicesIdRepositoryKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/repository/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * restic: a file, or a range of it
         * @description A device’s own credential, by HTTP Basic.
         */
        get: operations["getDevicesIdRepositoryKindName"];
        put?: never;
        /**
         * restic: add a file; its name is the SHA-256 of its bytes
         * @description A device’s own credential, by HTTP Basic.
         */
        post: operations["postDevicesIdRepositoryKindName"];
        /**
         * restic: take away a lock; anything else stays
         * @description A device’s own credential, by HTTP Basic.
         */
        delete: operations["deleteDevicesIdRepositoryKindName"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Portal people, the newest first; by name or address, client, facility or state
         * @description Needs the permission `portal:read`.
         */
        post: operations["postPortalPeopleSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One portal person
         * @description Needs the permission `portal:read`.
         */
        get: operations["getPortalPeopleId"];
        put?: never;
        post?: never;
        /**
         * Remove the account: ends every session at once; the log keeps its id
         * @description Needs the permission `portal:manage`.
         */
        delete: operations["deletePortalPeopleId"];
        options?: never;
        head?: never;
        /**
         * Change name or telephone
         * @description Needs the permission `portal:manage`.
         */
        patch: operations["patchPortalPeopleId"];
        trace?: never;
    };
    "/api/v1/portal-people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite somebody to the portal, tied to clients and facilities
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend: ends every session at once
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a suspended person back in
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a lock-out
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/reset-mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget the second factor, passkeys and devices; it is set up anew at the next sign-in
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdResetMfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite again, in place of the invitation before
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tie a portal person to more clients and facilities
         * @description Needs the permission `portal:manage`.
         */
        post: operations["postPortalPeopleIdTies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * A portal person is no longer for this client
         * @description Needs the permission `portal:manage`.
         */
        delete: operations["deletePortalPeopleIdClientsClientId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal-people/{id}/facilities/{facilityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * A portal person no longer belongs to this facility
         * @description Needs the permission `portal:manage`.
         */
        delete: operations["deletePortalPeopleIdFacilitiesFacilityId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Oneself in the portal: one’s clients and facilities
         * @description A full session of a portal person.
         */
        get: operations["getPortalMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s requests, the newest first
         * @description A full session of a portal person.
         */
        get: operations["getPortalRequests"];
        put?: never;
        /**
         * Ask the service desk for something
         * @description A full session of a portal person.
         */
        post: operations["postPortalRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A request with its public thread; what is shown counts as read
         * @description A full session of a portal person.
         */
        get: operations["getPortalRequestsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/requests/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer in a request’s public thread
         * @description A full session of a portal person.
         */
        post: operations["postPortalRequestsIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When one is away, and who covers
         * @description A full session; no token.
         */
        get: operations["getMeAbsence"];
        /**
         * Say when one is away, and who covers
         * @description A full session; no token.
         */
        put: operations["putMeAbsence"];
        post?: never;
        /**
         * One is back
         * @description A full session; no token.
         */
        delete: operations["deleteMeAbsence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who could answer in one’s place: those who share a team
         * @description Needs the permission `messages:write`.
         */
        get: operations["getThreadsColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations with clients, the latest first
         * @description Needs the permission `messages:read`.
         */
        get: operations["getThreads"];
        put?: never;
        /**
         * Write to a client’s portal people
         * @description Needs the permission `messages:write`.
         */
        post: operations["postThreads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations of one’s own, and of whom one covers, wait for an answer
         * @description Needs the permission `messages:read`.
         */
        get: operations["getThreadsUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation with its last messages; what is shown counts as read
         * @description Needs the permission `messages:read`.
         */
        get: operations["getThreadsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Hand a conversation over, or close it
         * @description Needs the permission `messages:write`.
         */
        patch: operations["patchThreadsId"];
        trace?: never;
    };
    "/api/v1/threads/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages before one
         * @description Needs the permission `messages:read`.
         */
        get: operations["getThreadsIdMessages"];
        put?: never;
        /**
         * Answer, or leave a note for colleagues
         * @description Needs the permission `messages:write`.
         */
        post: operations["postThreadsIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s conversations, the latest first
         * @description A full session of a portal person.
         */
        get: operations["getPortalThreads"];
        put?: never;
        /**
         * Write to the care team about one’s client
         * @description A full session of a portal person.
         */
        post: operations["postPortalThreads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A conversation with its last messages; what is shown counts as read
         * @description A full session of a portal person.
         */
        get: operations["getPortalThreadsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/threads/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages before one
         * @description A full session of a portal person.
         */
        get: operations["getPortalThreadsIdMessages"];
        put?: never;
        /**
         * Answer in a conversation
         * @description A full session of a portal person.
         */
        post: operations["postPortalThreadsIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forms, those made last first
         * @description Needs the permission `forms:read`.
         */
        get: operations["getForms"];
        put?: never;
        /**
         * Begin a form
         * @description Needs the permission `forms:manage`.
         */
        post: operations["postForms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A form as it is edited
         * @description Needs the permission `forms:read`.
         */
        get: operations["getFormsId"];
        put?: never;
        post?: never;
        /**
         * Remove a form that was never published
         * @description Needs the permission `forms:manage`.
         */
        delete: operations["deleteFormsId"];
        options?: never;
        head?: never;
        /**
         * Change what is edited, and for whom the form is; what was published stays as it is
         * @description Needs the permission `forms:manage`.
         */
        patch: operations["patchFormsId"];
        trace?: never;
    };
    "/api/v1/forms/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make what is edited the newest version; one that was withdrawn is asked again
         * @description Needs the permission `forms:manage`.
         */
        post: operations["postFormsIdPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask it of nobody any more; what was sent can still be filled, and answers stay
         * @description Needs the permission `forms:manage`.
         */
        post: operations["postFormsIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a form that asks the same
         * @description Needs the permission `forms:manage`.
         */
        post: operations["postFormsIdDuplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was published, the newest first
         * @description Needs the permission `forms:read`.
         */
        get: operations["getFormsIdVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/versions/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as it was published
         * @description Needs the permission `forms:read`.
         */
        get: operations["getFormsIdVersionsN"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What clients were asked, those asked last first
         * @description Needs the permission `forms:read`.
         */
        get: operations["getFormResponses"];
        put?: never;
        /**
         * Send a form to a client’s portal people, or begin to fill it for the client
         * @description Needs the permission `forms:send`.
         */
        post: operations["postFormResponses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The forms of a client, those begun last first
         * @description Needs the permission `forms:read`.
         */
        get: operations["getClientsIdForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A form of a client with the answers whose classes one sees, and what may be taken over
         * @description Needs the permission `forms:read`.
         */
        get: operations["getFormResponsesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what was filled in so far
         * @description Needs the permission `forms:send`.
         */
        put: operations["putFormResponsesIdAnswers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put what was filled in for a client into its record
         * @description Needs the permission `forms:send`.
         */
        post: operations["postFormResponsesIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a form that was not handed in
         * @description Needs the permission `forms:send`.
         */
        post: operations["postFormResponsesIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take answers over into the record, in the version of the client that If-Match names; leave others
         * @description Needs the permission `forms:send`.
         */
        post: operations["postFormResponsesIdTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forms that one may fill without being asked
         * @description A full session of a portal person.
         */
        get: operations["getPortalForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/form-responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forms that one was sent or began, and those that were handed in
         * @description A full session of a portal person.
         */
        get: operations["getPortalFormResponses"];
        put?: never;
        /**
         * Begin a form for one’s client
         * @description A full session of a portal person.
         */
        post: operations["postPortalFormResponses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/form-responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A form with what was answered, and what the record says already
         * @description A full session of a portal person.
         */
        get: operations["getPortalFormResponsesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/form-responses/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what was answered so far, in the version that one has seen
         * @description A full session of a portal person.
         */
        put: operations["putPortalFormResponsesIdAnswers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/form-responses/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a form in: it lands in the client’s record and stays as it is
         * @description A full session of a portal person.
         */
        post: operations["postPortalFormResponsesIdSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/form-responses/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a client answered, as a readable PDF
         * @description Needs the permission `clients:export`.
         */
        post: operations["postFormResponsesIdExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that was handed in to a form, as CSV: of the clients and classes that one sees
         * @description Needs the permission `clients:export`.
         */
        post: operations["postFormsIdExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links for whoever asks, by group
         * @description Any full session or token.
         */
        get: operations["getLinks"];
        put?: never;
        /**
         * Add a link to a group
         * @description Needs the permission `links:manage`.
         */
        post: operations["postLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All links in their order, for whom each is, and whether it leads somewhere
         * @description Needs the permission `links:manage`.
         */
        get: operations["getLinksAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a link
         * @description Needs the permission `links:manage`.
         */
        delete: operations["deleteLinksId"];
        options?: never;
        head?: never;
        /**
         * Change a link; what is left out stays
         * @description Needs the permission `links:manage`.
         */
        patch: operations["patchLinksId"];
        trace?: never;
    };
    "/api/v1/links/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link looked at now; what was found is told as a change
         * @description Needs the permission `links:manage`.
         */
        post: operations["postLinksIdCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a group of links, below the others
         * @description Needs the permission `links:manage`.
         */
        post: operations["postLinkGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a group in which no link is left
         * @description Needs the permission `links:manage`.
         */
        delete: operations["deleteLinkGroupsId"];
        options?: never;
        head?: never;
        /**
         * Rename a group of links
         * @description Needs the permission `links:manage`.
         */
        patch: operations["patchLinkGroupsId"];
        trace?: never;
    };
    "/api/v1/links/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put all groups and links in order; names each once, so that nothing which is new gets lost
         * @description Needs the permission `links:manage`.
         */
        put: operations["putLinksOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/link-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which private networks the check of links may reach
         * @description Needs the permission `links:manage`.
         */
        get: operations["getLinkSettings"];
        /**
         * Say which private networks the check of links may reach
         * @description Needs the permission `settings:manage`.
         */
        put: operations["putLinkSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is announced to whoever asks, what they have not read first
         * @description Any full session or token.
         */
        get: operations["getAnnouncements"];
        put?: never;
        /**
         * Announce something, now or from a time on
         * @description Needs the permission `announcements:manage`.
         */
        post: operations["postAnnouncements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one has read an announcement
         * @description Any full session or token.
         */
        post: operations["postAnnouncementsIdRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/{id}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has read an announcement, and who of its audience has not yet
         * @description Needs the permission `announcements:manage`.
         */
        get: operations["getAnnouncementsIdReaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All announcements, those made last first, with how many people have read each
         * @description Needs the permission `announcements:manage`.
         */
        get: operations["getAnnouncementsAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/announcements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an announcement, and who has read it
         * @description Needs the permission `announcements:manage`.
         */
        delete: operations["deleteAnnouncementsId"];
        options?: never;
        head?: never;
        /**
         * Change an announcement; what is left out stays
         * @description Needs the permission `announcements:manage`.
         */
        patch: operations["patchAnnouncementsId"];
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, the newest first
         * @description Needs the permission `clients:import`.
         */
        get: operations["getImports"];
        put?: never;
        /**
         * Upload a CSV or FHIR R4 file (text/csv, application/fhir+json, application/x-ndjson); X-File-Name names it, percent-encoded
         * @description Needs the permission `clients:import`.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How the first rows would be imported
         * @description Needs the permission `clients:import`.
         */
        post: operations["postImportsIdPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import an uploaded file into a client group
         * @description Needs the permission `clients:import`.
         */
        post: operations["postImportsIdStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is
         * @description Needs the permission `clients:import`.
         */
        get: operations["getImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which rows were not right, and why
         * @description Needs the permission `clients:import`.
         */
        get: operations["getImportsIdErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import; what it has imported so far stays, unless it was all or nothing
         * @description Needs the permission `clients:import`.
         */
        post: operations["postImportsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/unassigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imported resources that belong to no client
         * @description Needs the permission `clients:import`.
         */
        get: operations["getImportsIdUnassigned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/unassigned/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, as it came
         * @description Needs the permission `clients:import`.
         */
        get: operations["getImportsIdUnassignedResourceId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One client as a FHIR R4 Bundle or a readable PDF
         * @description Needs the permission `clients:export`.
         */
        post: operations["postClientsIdExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A list of clients as CSV
         * @description Needs the permission `clients:export`.
         */
        post: operations["postClientsExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events, newest first
         * @description Needs the permission `audit:read`.
         */
        get: operations["getAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a client, newest first
         * @description Needs the permission `clients:read`.
         */
        get: operations["getClientsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a ticket, newest first
         * @description Needs the permission `tickets:read`.
         */
        get: operations["getTicketsIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions, newest first
         * @description Needs the permission `audit:read`.
         */
        get: operations["getAuditSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/sessions/{id}/screens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user visited in a session, in order, changed or not; as JSON or, whole, as CSV
         * @description Needs the permission `audit:read`.
         */
        get: operations["getAuditSessionsIdScreens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest signed checkpoint, and the key that verifies it
         * @description Needs the permission `audit:read`.
         */
        get: operations["getAuditCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/events/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof that an event is in the log (RFC 6962)
         * @description Needs the permission `audit:read`.
         */
        get: operations["getAuditEventsIdProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole log with its proofs, as a file to verify offline
         * @description Needs the permission `audit:export`.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which keys there are and what they wrap
         * @description Needs the permission `keys:read`.
         */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New keys from now on; old data keys are rewrapped while serving
         * @description Needs the permission `keys:manage`.
         */
        post: operations["postKeysRotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/rewrap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up rewrapping where it stopped
         * @description Needs the permission `keys:manage`.
         */
        post: operations["postKeysRewrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: which things changed, never how. Goes on after `Last-Event-ID` (or `after`) and misses nothing; the event `anew` says that all is to be read anew
         * @description Any full session or token.
         */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            errors?: {
                field: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needed: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    setupToken: string;
                    organizationName: string;
                    email: string;
                    displayName: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        next: "enrol-totp";
                        /** @constant */
                        mfaEnrolmentRequired: true;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @default false */
                    remember?: boolean;
                } | {
                    recoveryCode: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPasswordPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            displayName: string;
                            /** @enum {string} */
                            kind: "person" | "service" | "portal";
                        };
                        organization: {
                            id: string;
                            name: string;
                        };
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        permissions: string[];
                        fieldClasses: {
                            [key: string]: "read" | "write";
                        };
                        csrfToken: string;
                        idleExpiresAt: string;
                        absoluteExpiresAt: string;
                        mfa: boolean;
                        /** @enum {string} */
                        stage: "totp" | "enrol-totp" | "change-password" | "full";
                        factors: ("totp" | "passkey")[];
                        rememberDays: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSessionExtend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            displayName: string;
                            /** @enum {string} */
                            kind: "person" | "service" | "portal";
                        };
                        organization: {
                            id: string;
                            name: string;
                        };
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        permissions: string[];
                        fieldClasses: {
                            [key: string]: "read" | "write";
                        };
                        csrfToken: string;
                        idleExpiresAt: string;
                        absoluteExpiresAt: string;
                        mfa: boolean;
                        /** @enum {string} */
                        stage: "totp" | "enrol-totp" | "change-password" | "full";
                        factors: ("totp" | "passkey")[];
                        rememberDays: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInSecondFactorPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInSecondFactorPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string | null;
                        };
                    };
                    /** @default false */
                    remember?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMfaTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        otpauthUri: string;
                        qrSvg: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMfaTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** @default false */
                    remember?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                        /** @enum {string} */
                        next: "change-password" | "done" | "totp" | "enrol-totp";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMfaRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMfaPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMfaPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            authenticatorData?: string;
                            transports?: string[];
                            publicKeyAlgorithm?: number;
                            publicKey?: string;
                        };
                    };
                    /** @default false */
                    remember?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMePasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            synced: boolean;
                            createdAt: string;
                            lastUsedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    response: {
                        id: string;
                        rawId: string;
                        /** @constant */
                        type: "public-key";
                        authenticatorAttachment?: ("platform" | "cross-platform") | null;
                        /** @default {} */
                        clientExtensionResults?: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            attestationObject: string;
                            authenticatorData?: string;
                            transports?: string[];
                            publicKeyAlgorithm?: number;
                            publicKey?: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        synced: boolean;
                        createdAt: string;
                        lastUsedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePasskeysOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchMePasskeysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePasskeysIdRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            current: boolean;
                            userAgent: string | null;
                            createdAt: string;
                            lastUsedAt: string;
                            expiresAt: string;
                        }[];
                        days: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revoked: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeDevicesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enrolled: boolean;
                        since: string | null;
                        demanded: boolean;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        otpauthUri: string;
                        qrSvg: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeTotpConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMeTotpRemove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    code?: string;
                    recoveryCode?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            current: boolean;
                            createdAt: string;
                            lastSeenAt: string;
                            ip: string | null;
                            userAgent: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        language: ("en" | "es") | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMeLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    language: ("en" | "es") | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        language: ("en" | "es") | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsers: {
        parameters: {
            query?: {
                q?: string;
                status?: "active" | "invited" | "suspended" | "removed";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            displayName: string;
                            /** @enum {string} */
                            kind: "person" | "service";
                            /** @enum {string} */
                            status: "active" | "invited" | "suspended" | "removed";
                            lockedUntil: string | null;
                            mfaEnrolled: boolean;
                            roles: {
                                id: string;
                                name: string;
                            }[];
                            teams: {
                                id: string;
                                name: string;
                            }[];
                            expiresAt: string | null;
                            lastSignInAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchUsersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    roleIds?: string[];
                    teamIds?: string[];
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersIdSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersIdUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersIdResetMfa: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service";
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfaEnrolled: boolean;
                        roles: {
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        expiresAt: string | null;
                        lastSignInAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsersIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            current: boolean;
                            createdAt: string;
                            lastSeenAt: string;
                            ip: string | null;
                            userAgent: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteUsersIdSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    displayName: string;
                    /** @default [] */
                    roleIds?: string[];
                    /** @default [] */
                    teamIds?: string[];
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            id: string;
                            email: string;
                            displayName: string;
                            /** @enum {string} */
                            kind: "person" | "service";
                            /** @enum {string} */
                            status: "active" | "invited" | "suspended" | "removed";
                            lockedUntil: string | null;
                            mfaEnrolled: boolean;
                            roles: {
                                id: string;
                                name: string;
                            }[];
                            teams: {
                                id: string;
                                name: string;
                            }[];
                            expiresAt: string | null;
                            lastSignInAt: string | null;
                        };
                        invitationUrl: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitationsOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        displayName: string;
                        /** @enum {string} */
                        kind: "person" | "service" | "portal";
                        organizationName: string;
                        passwordPolicy: {
                            minLength: number;
                            requireUpper: boolean;
                            requireLower: boolean;
                            requireDigit: boolean;
                            requireSymbol: boolean;
                            history: number;
                            maxAgeDays: number | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    displayName?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        next: "totp" | "enrol-totp" | "change-password" | "done";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            user: {
                                id: string;
                                name: string;
                            };
                            scopes: string[];
                            createdAt: string;
                            expiresAt: string;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    userId?: string;
                    scopes: string[];
                    /** Format: date-time */
                    expiresAt: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        user: {
                            id: string;
                            name: string;
                        };
                        scopes: string[];
                        createdAt: string;
                        expiresAt: string;
                        lastUsedAt: string | null;
                        revokedAt: string | null;
                        token: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTokensId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        timeZone: string;
                        policy: {
                            password: {
                                minLength: number;
                                requireUpper: boolean;
                                requireLower: boolean;
                                requireDigit: boolean;
                                requireSymbol: boolean;
                                history: number;
                                maxAgeDays: number | null;
                            };
                            session: {
                                idleMinutes: number;
                                absoluteHours: number;
                            };
                            lockout: {
                                attempts: number;
                                windowMinutes: number;
                                lockMinutes: number;
                            };
                            mfaRequired: boolean;
                            remember: {
                                staffDays: number;
                                portalDays: number;
                            };
                            ipAllowList: string[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    timeZone?: string;
                    policy?: {
                        password?: {
                            minLength?: number;
                            requireUpper?: boolean;
                            requireLower?: boolean;
                            requireDigit?: boolean;
                            requireSymbol?: boolean;
                            history?: number;
                            maxAgeDays?: number | null;
                        };
                        session?: {
                            idleMinutes?: number;
                            absoluteHours?: number;
                        };
                        lockout?: {
                            attempts?: number;
                            windowMinutes?: number;
                            lockMinutes?: number;
                        };
                        remember?: {
                            staffDays?: number;
                            portalDays?: number;
                        };
                        mfaRequired?: boolean;
                        ipAllowList?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        timeZone: string;
                        policy: {
                            password: {
                                minLength: number;
                                requireUpper: boolean;
                                requireLower: boolean;
                                requireDigit: boolean;
                                requireSymbol: boolean;
                                history: number;
                                maxAgeDays: number | null;
                            };
                            session: {
                                idleMinutes: number;
                                absoluteHours: number;
                            };
                            lockout: {
                                attempts: number;
                                windowMinutes: number;
                                lockMinutes: number;
                            };
                            mfaRequired: boolean;
                            remember: {
                                staffDays: number;
                                portalDays: number;
                            };
                            ipAllowList: string[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            description: string;
                            resource: string;
                        }[];
                        fieldClasses: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoles: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            description: string;
                            builtIn: boolean;
                            permissions: string[];
                            fieldClasses: {
                                [key: string]: "read" | "write";
                            };
                            ipAllowList: string[];
                            userCount: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                    permissions: ("clients:read" | "clients:write" | "clients:create" | "clients:shred" | "notes:read" | "notes:write" | "identifiers:reveal" | "clients:import" | "clients:export" | "tickets:read" | "tickets:write" | "tickets:create" | "tickets:assign" | "tickets:merge" | "tickets:close-override" | "desk:settings" | "files:read" | "files:write" | "files:reveal" | "files:clear" | "files:purge" | "files:move" | "documents:read" | "documents:write" | "documents:publish" | "documents:share" | "documents:manage" | "mail:settings" | "mail:release" | "time:write" | "time:approve" | "contracts:manage" | "reports:read" | "portal:read" | "portal:manage" | "messages:read" | "messages:write" | "forms:read" | "forms:send" | "forms:manage" | "links:manage" | "announcements:manage" | "break-glass:use" | "break-glass:review" | "users:read" | "users:manage" | "roles:read" | "roles:manage" | "teams:read" | "teams:manage" | "access:explain" | "facilities:read" | "facilities:manage" | "settings:read" | "settings:manage" | "devices:read" | "devices:manage" | "devices:restore" | "tokens:manage" | "sessions:manage" | "audit:read" | "audit:export" | "keys:read" | "keys:manage")[];
                    fieldClasses?: {
                        [key: string]: "read" | "write";
                    };
                    ipAllowList?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        builtIn: boolean;
                        permissions: string[];
                        fieldClasses: {
                            [key: string]: "read" | "write";
                        };
                        ipAllowList: string[];
                        userCount: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRolesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchRolesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    permissions?: ("clients:read" | "clients:write" | "clients:create" | "clients:shred" | "notes:read" | "notes:write" | "identifiers:reveal" | "clients:import" | "clients:export" | "tickets:read" | "tickets:write" | "tickets:create" | "tickets:assign" | "tickets:merge" | "tickets:close-override" | "desk:settings" | "files:read" | "files:write" | "files:reveal" | "files:clear" | "files:purge" | "files:move" | "documents:read" | "documents:write" | "documents:publish" | "documents:share" | "documents:manage" | "mail:settings" | "mail:release" | "time:write" | "time:approve" | "contracts:manage" | "reports:read" | "portal:read" | "portal:manage" | "messages:read" | "messages:write" | "forms:read" | "forms:send" | "forms:manage" | "links:manage" | "announcements:manage" | "break-glass:use" | "break-glass:review" | "users:read" | "users:manage" | "roles:read" | "roles:manage" | "teams:read" | "teams:manage" | "access:explain" | "facilities:read" | "facilities:manage" | "settings:read" | "settings:manage" | "devices:read" | "devices:manage" | "devices:restore" | "tokens:manage" | "sessions:manage" | "audit:read" | "audit:export" | "keys:read" | "keys:manage")[];
                    fieldClasses?: {
                        [key: string]: "read" | "write";
                    };
                    ipAllowList?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        builtIn: boolean;
                        permissions: string[];
                        fieldClasses: {
                            [key: string]: "read" | "write";
                        };
                        ipAllowList: string[];
                        userCount: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTeams: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            description: string;
                            memberIds: string[];
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTeams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                    memberIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        memberIds: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTeamsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTeamsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                    memberIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        memberIds: string[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientGroups: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            description: string;
                            clientCount: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        clientCount: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClientGroupsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchClientGroupsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        clientCount: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        teams: {
                            id: string;
                            name: string;
                        }[];
                        groups: {
                            id: string;
                            name: string;
                        }[];
                        walls: {
                            teamId: string;
                            groupId: string;
                            /** @enum {string} */
                            access: "read" | "write";
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putWallsTeamIdGroupId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                teamId: string;
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access: "none" | "read" | "write";
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFacilities: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            timeZone?: string;
                            phone?: string;
                            address?: {
                                line?: string[];
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            };
                            name: string;
                            id: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFacilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timeZone?: string;
                    phone?: string;
                    address?: {
                        line?: string[];
                        city?: string;
                        state?: string;
                        postalCode?: string;
                        country?: string;
                    };
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timeZone?: string;
                        phone?: string;
                        address?: {
                            line?: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        };
                        name: string;
                        id: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFacilitiesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchFacilitiesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timeZone?: string;
                    phone?: string;
                    address?: {
                        line?: string[];
                        city?: string;
                        state?: string;
                        postalCode?: string;
                        country?: string;
                    };
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timeZone?: string;
                        phone?: string;
                        address?: {
                            line?: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        };
                        name: string;
                        id: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBreakGlass: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            userId: string;
                            userName: string;
                            clientId: string;
                            reason: string | null;
                            createdAt: string;
                            expiresAt: string;
                            reviewedAt: string | null;
                            reviewedByName: string | null;
                            outcome: ("justified" | "unjustified") | null;
                            comment: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    clientId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postBreakGlassIdReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "justified" | "unjustified";
                    comment: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExplain: {
        parameters: {
            query: {
                userId: string;
                clientId?: string;
                groupId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowed: boolean;
                        /** @enum {string} */
                        access: "none" | "read" | "write";
                        reasons: {
                            code: string;
                            allows: boolean;
                            text: string;
                        }[];
                        classes: {
                            [key: string]: {
                                /** @enum {string} */
                                access: "none" | "read" | "write";
                                reasons: string[];
                            };
                        };
                        permissions: {
                            permission: string;
                            allowed: boolean;
                            reasons: string[];
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    q?: string;
                    /** Format: uuid */
                    groupId?: string;
                    /** Format: uuid */
                    facilityId?: string;
                    tag?: string;
                    /** @enum {string} */
                    kind?: "person" | "organisation";
                    /** @default 25 */
                    limit?: number;
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "organisation";
                            displayName: string;
                            /** Format: uuid */
                            groupId: string;
                            facilityId: string | null;
                            updatedAt: string;
                            birthDate?: string;
                            sex?: string;
                            phone?: string;
                            tags?: string[];
                        }[];
                        nextCursor: string | null;
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person" | "organisation";
                        /** Format: uuid */
                        groupId: string;
                        groupName: string;
                        facilityId: string | null;
                        facilityName: string | null;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        displayName: string;
                        contact?: {
                            /** @default [] */
                            names: {
                                /** @enum {string} */
                                use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                                prefix?: string;
                                /** @default [] */
                                given: string[];
                                family?: string;
                                suffix?: string;
                                text?: string;
                            }[];
                            organisationName?: string;
                            /** @default [] */
                            phones: {
                                /** @enum {string} */
                                use?: "home" | "work" | "mobile" | "fax" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            emails: {
                                /** @enum {string} */
                                use?: "home" | "work" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            addresses: {
                                /** @enum {string} */
                                use?: "home" | "work" | "temp" | "old" | "billing";
                                /** @default [] */
                                line: string[];
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            }[];
                            language?: string;
                            /** @enum {string} */
                            preferredContact?: "phone" | "sms" | "email" | "post" | "portal" | "none";
                        };
                        demographic?: {
                            birthDate?: string;
                            /** @enum {string} */
                            sex?: "female" | "male" | "other" | "unknown";
                            genderIdentity?: string;
                            maritalStatus?: string;
                            race?: string;
                            ethnicity?: string;
                            deceased?: string;
                        };
                        identifier?: {
                            ssn?: string;
                            mrns: {
                                system?: string;
                                value: string;
                            }[];
                            memberIds: {
                                system?: string;
                                value: string;
                            }[];
                            other: {
                                system?: string;
                                type?: string;
                                value: string;
                            }[];
                        };
                        clinical?: {
                            summary?: string;
                        };
                        financial?: {
                            payer?: string;
                            plan?: string;
                            summary?: string;
                        };
                        tags?: string[];
                        access: {
                            write: boolean;
                            classes: {
                                [key: string]: "read" | "write";
                            };
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClientsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: {
                            /** Format: uuid */
                            eventId: string;
                            /** Format: uuid */
                            clientId: string;
                            destroyedAt: string;
                            reason: string;
                            keyHash: string;
                            ciphertextHash: string;
                            rows: number;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchClientsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    groupId?: string;
                    facilityId?: string | null;
                    contact?: {
                        /** @default [] */
                        names?: {
                            /** @enum {string} */
                            use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                            prefix?: string;
                            /** @default [] */
                            given?: string[];
                            family?: string;
                            suffix?: string;
                            text?: string;
                        }[];
                        organisationName?: string;
                        /** @default [] */
                        phones?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "mobile" | "fax" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        emails?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        addresses?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "temp" | "old" | "billing";
                            /** @default [] */
                            line?: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        }[];
                        language?: string;
                        /** @enum {string} */
                        preferredContact?: "phone" | "sms" | "email" | "post" | "portal" | "none";
                    };
                    demographic?: {
                        birthDate?: string;
                        /** @enum {string} */
                        sex?: "female" | "male" | "other" | "unknown";
                        genderIdentity?: string;
                        maritalStatus?: string;
                        race?: string;
                        ethnicity?: string;
                        deceased?: string;
                    };
                    identifier?: {
                        ssn?: string;
                        /** @default [] */
                        mrns?: {
                            system?: string;
                            value: string;
                        }[];
                        /** @default [] */
                        memberIds?: {
                            system?: string;
                            value: string;
                        }[];
                        /** @default [] */
                        other?: {
                            system?: string;
                            value: string;
                            type?: string;
                        }[];
                    };
                    clinical?: {
                        summary?: string;
                    };
                    financial?: {
                        payer?: string;
                        plan?: string;
                        summary?: string;
                    };
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person" | "organisation";
                        /** Format: uuid */
                        groupId: string;
                        groupName: string;
                        facilityId: string | null;
                        facilityName: string | null;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        displayName: string;
                        contact?: {
                            /** @default [] */
                            names: {
                                /** @enum {string} */
                                use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                                prefix?: string;
                                /** @default [] */
                                given: string[];
                                family?: string;
                                suffix?: string;
                                text?: string;
                            }[];
                            organisationName?: string;
                            /** @default [] */
                            phones: {
                                /** @enum {string} */
                                use?: "home" | "work" | "mobile" | "fax" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            emails: {
                                /** @enum {string} */
                                use?: "home" | "work" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            addresses: {
                                /** @enum {string} */
                                use?: "home" | "work" | "temp" | "old" | "billing";
                                /** @default [] */
                                line: string[];
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            }[];
                            language?: string;
                            /** @enum {string} */
                            preferredContact?: "phone" | "sms" | "email" | "post" | "portal" | "none";
                        };
                        demographic?: {
                            birthDate?: string;
                            /** @enum {string} */
                            sex?: "female" | "male" | "other" | "unknown";
                            genderIdentity?: string;
                            maritalStatus?: string;
                            race?: string;
                            ethnicity?: string;
                            deceased?: string;
                        };
                        identifier?: {
                            ssn?: string;
                            mrns: {
                                system?: string;
                                value: string;
                            }[];
                            memberIds: {
                                system?: string;
                                value: string;
                            }[];
                            other: {
                                system?: string;
                                type?: string;
                                value: string;
                            }[];
                        };
                        clinical?: {
                            summary?: string;
                        };
                        financial?: {
                            payer?: string;
                            plan?: string;
                            summary?: string;
                        };
                        tags?: string[];
                        access: {
                            write: boolean;
                            classes: {
                                [key: string]: "read" | "write";
                            };
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsIdReveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    field: "ssn" | "mrn" | "memberId" | "other";
                    /** @default 0 */
                    index?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        value: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "person" | "organisation";
                    /** Format: uuid */
                    groupId: string;
                    facilityId?: string | null;
                    contact: {
                        /** @default [] */
                        names?: {
                            /** @enum {string} */
                            use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                            prefix?: string;
                            /** @default [] */
                            given?: string[];
                            family?: string;
                            suffix?: string;
                            text?: string;
                        }[];
                        organisationName?: string;
                        /** @default [] */
                        phones?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "mobile" | "fax" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        emails?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        addresses?: {
                            /** @enum {string} */
                            use?: "home" | "work" | "temp" | "old" | "billing";
                            /** @default [] */
                            line?: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        }[];
                        language?: string;
                        /** @enum {string} */
                        preferredContact?: "phone" | "sms" | "email" | "post" | "portal" | "none";
                    };
                    demographic?: {
                        birthDate?: string;
                        /** @enum {string} */
                        sex?: "female" | "male" | "other" | "unknown";
                        genderIdentity?: string;
                        maritalStatus?: string;
                        race?: string;
                        ethnicity?: string;
                        deceased?: string;
                    };
                    identifier?: {
                        ssn?: string;
                        /** @default [] */
                        mrns?: {
                            system?: string;
                            value: string;
                        }[];
                        /** @default [] */
                        memberIds?: {
                            system?: string;
                            value: string;
                        }[];
                        /** @default [] */
                        other?: {
                            system?: string;
                            value: string;
                            type?: string;
                        }[];
                    };
                    clinical?: {
                        summary?: string;
                    };
                    financial?: {
                        payer?: string;
                        plan?: string;
                        summary?: string;
                    };
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "person" | "organisation";
                        /** Format: uuid */
                        groupId: string;
                        groupName: string;
                        facilityId: string | null;
                        facilityName: string | null;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        displayName: string;
                        contact?: {
                            /** @default [] */
                            names: {
                                /** @enum {string} */
                                use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                                prefix?: string;
                                /** @default [] */
                                given: string[];
                                family?: string;
                                suffix?: string;
                                text?: string;
                            }[];
                            organisationName?: string;
                            /** @default [] */
                            phones: {
                                /** @enum {string} */
                                use?: "home" | "work" | "mobile" | "fax" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            emails: {
                                /** @enum {string} */
                                use?: "home" | "work" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            addresses: {
                                /** @enum {string} */
                                use?: "home" | "work" | "temp" | "old" | "billing";
                                /** @default [] */
                                line: string[];
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            }[];
                            language?: string;
                            /** @enum {string} */
                            preferredContact?: "phone" | "sms" | "email" | "post" | "portal" | "none";
                        };
                        demographic?: {
                            birthDate?: string;
                            /** @enum {string} */
                            sex?: "female" | "male" | "other" | "unknown";
                            genderIdentity?: string;
                            maritalStatus?: string;
                            race?: string;
                            ethnicity?: string;
                            deceased?: string;
                        };
                        identifier?: {
                            ssn?: string;
                            mrns: {
                                system?: string;
                                value: string;
                            }[];
                            memberIds: {
                                system?: string;
                                value: string;
                            }[];
                            other: {
                                system?: string;
                                type?: string;
                                value: string;
                            }[];
                        };
                        clinical?: {
                            summary?: string;
                        };
                        financial?: {
                            payer?: string;
                            plan?: string;
                            summary?: string;
                        };
                        tags?: string[];
                        access: {
                            write: boolean;
                            classes: {
                                [key: string]: "read" | "write";
                            };
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: {
                                /** @enum {string} */
                                use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                                prefix?: string;
                                /** @default [] */
                                given: string[];
                                family?: string;
                                suffix?: string;
                                text?: string;
                            };
                            relationship?: string;
                            /** @default [] */
                            phones: {
                                /** @enum {string} */
                                use?: "home" | "work" | "mobile" | "fax" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            emails: {
                                /** @enum {string} */
                                use?: "home" | "work" | "old";
                                value: string;
                            }[];
                            /** @default [] */
                            addresses: {
                                /** @enum {string} */
                                use?: "home" | "work" | "temp" | "old" | "billing";
                                /** @default [] */
                                line: string[];
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            }[];
                            /** @default false */
                            isGuardian: boolean;
                            /** @default false */
                            isEmergency: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsIdContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: {
                        /** @enum {string} */
                        use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                        prefix?: string;
                        /** @default [] */
                        given?: string[];
                        family?: string;
                        suffix?: string;
                        text?: string;
                    };
                    relationship?: string;
                    /** @default [] */
                    phones?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "mobile" | "fax" | "old";
                        value: string;
                    }[];
                    /** @default [] */
                    emails?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "old";
                        value: string;
                    }[];
                    /** @default [] */
                    addresses?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "temp" | "old" | "billing";
                        /** @default [] */
                        line?: string[];
                        city?: string;
                        state?: string;
                        postalCode?: string;
                        country?: string;
                    }[];
                    /** @default false */
                    isGuardian?: boolean;
                    /** @default false */
                    isEmergency?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: {
                            /** @enum {string} */
                            use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                            prefix?: string;
                            /** @default [] */
                            given: string[];
                            family?: string;
                            suffix?: string;
                            text?: string;
                        };
                        relationship?: string;
                        /** @default [] */
                        phones: {
                            /** @enum {string} */
                            use?: "home" | "work" | "mobile" | "fax" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        emails: {
                            /** @enum {string} */
                            use?: "home" | "work" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        addresses: {
                            /** @enum {string} */
                            use?: "home" | "work" | "temp" | "old" | "billing";
                            /** @default [] */
                            line: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        }[];
                        /** @default false */
                        isGuardian: boolean;
                        /** @default false */
                        isEmergency: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClientsIdContactsContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchClientsIdContactsContactId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: {
                        /** @enum {string} */
                        use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                        prefix?: string;
                        /** @default [] */
                        given?: string[];
                        family?: string;
                        suffix?: string;
                        text?: string;
                    };
                    relationship?: string;
                    /** @default [] */
                    phones?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "mobile" | "fax" | "old";
                        value: string;
                    }[];
                    /** @default [] */
                    emails?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "old";
                        value: string;
                    }[];
                    /** @default [] */
                    addresses?: {
                        /** @enum {string} */
                        use?: "home" | "work" | "temp" | "old" | "billing";
                        /** @default [] */
                        line?: string[];
                        city?: string;
                        state?: string;
                        postalCode?: string;
                        country?: string;
                    }[];
                    /** @default false */
                    isGuardian?: boolean;
                    /** @default false */
                    isEmergency?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: {
                            /** @enum {string} */
                            use?: "official" | "usual" | "maiden" | "nickname" | "old" | "anonymous" | "temp";
                            prefix?: string;
                            /** @default [] */
                            given: string[];
                            family?: string;
                            suffix?: string;
                            text?: string;
                        };
                        relationship?: string;
                        /** @default [] */
                        phones: {
                            /** @enum {string} */
                            use?: "home" | "work" | "mobile" | "fax" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        emails: {
                            /** @enum {string} */
                            use?: "home" | "work" | "old";
                            value: string;
                        }[];
                        /** @default [] */
                        addresses: {
                            /** @enum {string} */
                            use?: "home" | "work" | "temp" | "old" | "billing";
                            /** @default [] */
                            line: string[];
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        }[];
                        /** @default false */
                        isGuardian: boolean;
                        /** @default false */
                        isEmergency: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdRelationships: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            otherClientId: string;
                            otherName: string;
                            kind: string;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsIdRelationships: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    otherClientId: string;
                    kind: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        otherClientId: string;
                        otherName: string;
                        kind: string;
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClientsIdRelationshipsRelationshipId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                relationshipId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdNotes: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            /** Format: uuid */
                            authorId: string;
                            authorName: string;
                            createdAt: string;
                            editedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsIdNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        text: string;
                        /** Format: uuid */
                        authorId: string;
                        authorName: string;
                        createdAt: string;
                        editedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteClientsIdNotesNoteId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchClientsIdNotesNoteId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        text: string;
                        /** Format: uuid */
                        authorId: string;
                        authorName: string;
                        createdAt: string;
                        editedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdResources: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            type: string;
                            label?: string;
                            date?: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdResourcesResourceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        type: string;
                        label?: string;
                        date?: string;
                        resource: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string;
                    body?: string;
                    /**
                     * @default public
                     * @enum {string}
                     */
                    kind?: "public" | "internal";
                    clientId?: string | null;
                    contactId?: string | null;
                    facilityId?: string | null;
                    /** Format: uuid */
                    queueId?: string;
                    /** Format: uuid */
                    typeId?: string;
                    impact?: number;
                    urgency?: number;
                    assigneeId?: string | null;
                    teamId?: string | null;
                    parentId?: string | null;
                    tags?: string[];
                    requester?: {
                        name?: string;
                        email?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        subject: string;
                        tags: string[];
                        requester: {
                            name?: string;
                            email?: string;
                        } | null;
                        /** Format: uuid */
                        groupId: string;
                        clientId: string | null;
                        contactId: string | null;
                        facilityId: string | null;
                        /** Format: uuid */
                        queueId: string;
                        /** Format: uuid */
                        typeId: string;
                        status: string;
                        /** @enum {string} */
                        statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        impact: number;
                        urgency: number;
                        priority: number;
                        assigneeId: string | null;
                        teamId: string | null;
                        parentId: string | null;
                        mergedInto: string | null;
                        /** @enum {string} */
                        channel: "web" | "email" | "api" | "portal";
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "settled";
                        messageCount: number;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        firstResponseAt: string | null;
                        resolvedAt: string | null;
                        closedAt: string | null;
                        reopenedCount: number;
                        groupName: string;
                        queueName: string;
                        typeName: string;
                        /** Format: uuid */
                        flowId: string;
                        facilityName: string | null;
                        assigneeName: string | null;
                        teamName: string | null;
                        client: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        watching: boolean;
                        access: {
                            write: boolean;
                        };
                        steps: {
                            /** Format: uuid */
                            id: string;
                            checklistId: string | null;
                            checklistName: string | null;
                            builtIn: "phi-purged" | null;
                            title: string;
                            required: boolean;
                            role: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            people: number;
                            /** @enum {string} */
                            state: "open" | "half" | "done" | "skipped";
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            doneAt: string | null;
                            secondBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            secondAt: string | null;
                            note: string | null;
                            version: number;
                        }[];
                        links: {
                            /** @enum {string} */
                            kind: "relates" | "duplicates" | "blocks" | "parent" | "child" | "merged";
                            outward: boolean;
                            /** Format: uuid */
                            id: string;
                            number: number;
                            subject: string;
                            status: string;
                            /** @enum {string} */
                            statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        }[];
                        thread: {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "public" | "internal" | "system";
                                authorId: string | null;
                                authorName: string | null;
                                fromRequester: boolean;
                                from: {
                                    name?: string;
                                    email?: string;
                                } | null;
                                body: string | null;
                                masked: boolean;
                                /** @enum {string} */
                                phiState: "none" | "suspected" | "cleared" | "purged";
                                findings: {
                                    kind: string;
                                    reason: string;
                                }[];
                                mentions: string[];
                                createdAt: string;
                                editedAt: string | null;
                                purgedAt: string | null;
                                version: number;
                            }[];
                            earlier: string | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTicketsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    status?: string;
                    impact?: number;
                    urgency?: number;
                    /** Format: uuid */
                    queueId?: string;
                    /** Format: uuid */
                    typeId?: string;
                    facilityId?: string | null;
                    assigneeId?: string | null;
                    teamId?: string | null;
                    subject?: string;
                    tags?: string[];
                    requester?: {
                        name?: string;
                        email?: string;
                    } | null;
                    clientId?: string | null;
                    contactId?: string | null;
                    parentId?: string | null;
                    /** @enum {string} */
                    children?: "leave" | "close";
                    override?: {
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        subject: string;
                        tags: string[];
                        requester: {
                            name?: string;
                            email?: string;
                        } | null;
                        /** Format: uuid */
                        groupId: string;
                        clientId: string | null;
                        contactId: string | null;
                        facilityId: string | null;
                        /** Format: uuid */
                        queueId: string;
                        /** Format: uuid */
                        typeId: string;
                        status: string;
                        /** @enum {string} */
                        statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        impact: number;
                        urgency: number;
                        priority: number;
                        assigneeId: string | null;
                        teamId: string | null;
                        parentId: string | null;
                        mergedInto: string | null;
                        /** @enum {string} */
                        channel: "web" | "email" | "api" | "portal";
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "settled";
                        messageCount: number;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        firstResponseAt: string | null;
                        resolvedAt: string | null;
                        closedAt: string | null;
                        reopenedCount: number;
                        groupName: string;
                        queueName: string;
                        typeName: string;
                        /** Format: uuid */
                        flowId: string;
                        facilityName: string | null;
                        assigneeName: string | null;
                        teamName: string | null;
                        client: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        watching: boolean;
                        access: {
                            write: boolean;
                        };
                        steps: {
                            /** Format: uuid */
                            id: string;
                            checklistId: string | null;
                            checklistName: string | null;
                            builtIn: "phi-purged" | null;
                            title: string;
                            required: boolean;
                            role: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            people: number;
                            /** @enum {string} */
                            state: "open" | "half" | "done" | "skipped";
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            doneAt: string | null;
                            secondBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            secondAt: string | null;
                            note: string | null;
                            version: number;
                        }[];
                        links: {
                            /** @enum {string} */
                            kind: "relates" | "duplicates" | "blocks" | "parent" | "child" | "merged";
                            outward: boolean;
                            /** Format: uuid */
                            id: string;
                            number: number;
                            subject: string;
                            status: string;
                            /** @enum {string} */
                            statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        }[];
                        thread: {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "public" | "internal" | "system";
                                authorId: string | null;
                                authorName: string | null;
                                fromRequester: boolean;
                                from: {
                                    name?: string;
                                    email?: string;
                                } | null;
                                body: string | null;
                                masked: boolean;
                                /** @enum {string} */
                                phiState: "none" | "suspected" | "cleared" | "purged";
                                findings: {
                                    kind: string;
                                    reason: string;
                                }[];
                                mentions: string[];
                                createdAt: string;
                                editedAt: string | null;
                                purgedAt: string | null;
                                version: number;
                            }[];
                            earlier: string | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queues: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        types: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: uuid */
                            flowId: string;
                        }[];
                        flows: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            statuses: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                category: "new" | "open" | "waiting" | "resolved" | "closed";
                                next: string[];
                                /** @default false */
                                requiresSteps: boolean;
                            }[];
                        }[];
                        checklists: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        teams: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        people: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                        statuses?: string[];
                        queueIds?: string[];
                        typeIds?: string[];
                        priorities?: number[];
                        assigneeIds?: string[];
                        unassigned?: boolean;
                        mine?: boolean;
                        watching?: boolean;
                        teamIds?: string[];
                        /** Format: uuid */
                        clientId?: string;
                        /** Format: uuid */
                        facilityId?: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** @enum {string} */
                        phiState?: "none" | "suspected" | "settled";
                        /** @enum {string} */
                        channel?: "web" | "email" | "api" | "portal";
                        /** Format: date-time */
                        createdFrom?: string;
                        /** Format: date-time */
                        createdTo?: string;
                        tag?: string;
                        q?: string;
                    };
                    /** Format: uuid */
                    viewId?: string;
                    /**
                     * @default updated
                     * @enum {string}
                     */
                    sort?: "updated" | "created" | "priority" | "due";
                    /** @default 25 */
                    limit?: number;
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: number;
                            subject: string;
                            tags: string[];
                            requester: {
                                name?: string;
                                email?: string;
                            } | null;
                            /** Format: uuid */
                            groupId: string;
                            clientId: string | null;
                            contactId: string | null;
                            facilityId: string | null;
                            /** Format: uuid */
                            queueId: string;
                            /** Format: uuid */
                            typeId: string;
                            status: string;
                            /** @enum {string} */
                            statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                            impact: number;
                            urgency: number;
                            priority: number;
                            assigneeId: string | null;
                            teamId: string | null;
                            parentId: string | null;
                            mergedInto: string | null;
                            /** @enum {string} */
                            channel: "web" | "email" | "api" | "portal";
                            /** @enum {string} */
                            phiState: "none" | "suspected" | "settled";
                            messageCount: number;
                            version: number;
                            createdAt: string;
                            updatedAt: string;
                            firstResponseAt: string | null;
                            resolvedAt: string | null;
                            closedAt: string | null;
                            reopenedCount: number;
                            client: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            assigneeName: string | null;
                            sla: {
                                policyId: string | null;
                                nextDueAt: string | null;
                                nextWarnAt: string | null;
                                /** @enum {string} */
                                responseState: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                                responseDueAt: string | null;
                                /** @enum {string} */
                                resolutionState: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                                resolutionDueAt: string | null;
                            } | null;
                        }[];
                        nextCursor: string | null;
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                        statuses?: string[];
                        queueIds?: string[];
                        typeIds?: string[];
                        priorities?: number[];
                        assigneeIds?: string[];
                        unassigned?: boolean;
                        mine?: boolean;
                        watching?: boolean;
                        teamIds?: string[];
                        /** Format: uuid */
                        clientId?: string;
                        /** Format: uuid */
                        facilityId?: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** @enum {string} */
                        phiState?: "none" | "suspected" | "settled";
                        /** @enum {string} */
                        channel?: "web" | "email" | "api" | "portal";
                        /** Format: date-time */
                        createdFrom?: string;
                        /** Format: date-time */
                        createdTo?: string;
                        tag?: string;
                        q?: string;
                    };
                    /** Format: uuid */
                    viewId?: string;
                    /**
                     * @default status
                     * @enum {string}
                     */
                    groupBy?: "status" | "priority" | "assignee" | "queue";
                    /** @default 20 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            key: string | null;
                            count: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: number;
                                subject: string;
                                tags: string[];
                                requester: {
                                    name?: string;
                                    email?: string;
                                } | null;
                                /** Format: uuid */
                                groupId: string;
                                clientId: string | null;
                                contactId: string | null;
                                facilityId: string | null;
                                /** Format: uuid */
                                queueId: string;
                                /** Format: uuid */
                                typeId: string;
                                status: string;
                                /** @enum {string} */
                                statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                                impact: number;
                                urgency: number;
                                priority: number;
                                assigneeId: string | null;
                                teamId: string | null;
                                parentId: string | null;
                                mergedInto: string | null;
                                /** @enum {string} */
                                channel: "web" | "email" | "api" | "portal";
                                /** @enum {string} */
                                phiState: "none" | "suspected" | "settled";
                                messageCount: number;
                                version: number;
                                createdAt: string;
                                updatedAt: string;
                                firstResponseAt: string | null;
                                resolvedAt: string | null;
                                closedAt: string | null;
                                reopenedCount: number;
                                client: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                assigneeName: string | null;
                                sla: {
                                    policyId: string | null;
                                    nextDueAt: string | null;
                                    nextWarnAt: string | null;
                                    /** @enum {string} */
                                    responseState: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                                    responseDueAt: string | null;
                                    /** @enum {string} */
                                    resolutionState: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                                    resolutionDueAt: string | null;
                                } | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: {
                        categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                        statuses?: string[];
                        queueIds?: string[];
                        typeIds?: string[];
                        priorities?: number[];
                        assigneeIds?: string[];
                        unassigned?: boolean;
                        mine?: boolean;
                        watching?: boolean;
                        teamIds?: string[];
                        /** Format: uuid */
                        clientId?: string;
                        /** Format: uuid */
                        facilityId?: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** @enum {string} */
                        phiState?: "none" | "suspected" | "settled";
                        /** @enum {string} */
                        channel?: "web" | "email" | "api" | "portal";
                        /** Format: date-time */
                        createdFrom?: string;
                        /** Format: date-time */
                        createdTo?: string;
                        tag?: string;
                        q?: string;
                    };
                    /** Format: uuid */
                    viewId?: string;
                    /**
                     * @default updated
                     * @enum {string}
                     */
                    sort?: "updated" | "created" | "priority" | "due";
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdCloseOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    status: string;
                    reason: string;
                    /** @enum {string} */
                    children?: "leave" | "close";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    change: {
                        status?: string;
                        impact?: number;
                        urgency?: number;
                        /** Format: uuid */
                        queueId?: string;
                        /** Format: uuid */
                        typeId?: string;
                        facilityId?: string | null;
                        assigneeId?: string | null;
                        teamId?: string | null;
                        addTags?: string[];
                        removeTags?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            /** Format: uuid */
                            id: string;
                            ok: boolean;
                            version?: number;
                            problem?: {
                                type: string;
                                title: string;
                                status: number;
                            } & {
                                [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdMessages: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "public" | "internal" | "system";
                            authorId: string | null;
                            authorName: string | null;
                            fromRequester: boolean;
                            from: {
                                name?: string;
                                email?: string;
                            } | null;
                            body: string | null;
                            masked: boolean;
                            /** @enum {string} */
                            phiState: "none" | "suspected" | "cleared" | "purged";
                            findings: {
                                kind: string;
                                reason: string;
                            }[];
                            mentions: string[];
                            createdAt: string;
                            editedAt: string | null;
                            purgedAt: string | null;
                            version: number;
                        }[];
                        earlier: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "public" | "internal";
                    body: string;
                    status?: string;
                    mentions?: string[];
                    fileIds?: string[];
                    /** @enum {string} */
                    children?: "leave" | "close";
                    override?: {
                        reason: string;
                    };
                    cc?: string[];
                    bcc?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        status: string;
                        statusCategory: string;
                        version: number;
                        suspected: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTicketsIdMessagesMessageId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        suspected: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMessagesMessageIdReveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        findings: {
                            kind: string;
                            start: number;
                            end: number;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMessagesMessageIdClear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "cleared" | "purged";
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMessagesMessageIdPurge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "cleared" | "purged";
                        version: number;
                        ciphertextHash: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdWatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    watching: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        watching: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "viewing" | "writing" | "left";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        others: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            writing: boolean;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotifications: {
        parameters: {
            query?: {
                unread?: "true" | "false";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "mention" | "assigned" | "reply" | "note" | "status" | "sla" | "file" | "mail" | "reminder";
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number;
                            subject: string;
                            messageId: string | null;
                            actor: string | null;
                            createdAt: string;
                            readAt: string | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationsCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationsRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                    /** Format: uuid */
                    ticketId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            filter: {
                                categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                                statuses?: string[];
                                queueIds?: string[];
                                typeIds?: string[];
                                priorities?: number[];
                                assigneeIds?: string[];
                                unassigned?: boolean;
                                mine?: boolean;
                                watching?: boolean;
                                teamIds?: string[];
                                /** Format: uuid */
                                clientId?: string;
                                /** Format: uuid */
                                facilityId?: string;
                                /** Format: uuid */
                                parentId?: string;
                                /** @enum {string} */
                                phiState?: "none" | "suspected" | "settled";
                                /** @enum {string} */
                                channel?: "web" | "email" | "api" | "portal";
                                /** Format: date-time */
                                createdFrom?: string;
                                /** Format: date-time */
                                createdTo?: string;
                                tag?: string;
                                q?: string;
                            };
                            /**
                             * @default updated
                             * @enum {string}
                             */
                            sort: "updated" | "created" | "priority" | "due";
                            /**
                             * @default list
                             * @enum {string}
                             */
                            layout: "list" | "board";
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ownerId: string;
                            shared: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    filter: {
                        categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                        statuses?: string[];
                        queueIds?: string[];
                        typeIds?: string[];
                        priorities?: number[];
                        assigneeIds?: string[];
                        unassigned?: boolean;
                        mine?: boolean;
                        watching?: boolean;
                        teamIds?: string[];
                        /** Format: uuid */
                        clientId?: string;
                        /** Format: uuid */
                        facilityId?: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** @enum {string} */
                        phiState?: "none" | "suspected" | "settled";
                        /** @enum {string} */
                        channel?: "web" | "email" | "api" | "portal";
                        /** Format: date-time */
                        createdFrom?: string;
                        /** Format: date-time */
                        createdTo?: string;
                        tag?: string;
                        q?: string;
                    };
                    /**
                     * @default updated
                     * @enum {string}
                     */
                    sort?: "updated" | "created" | "priority" | "due";
                    /**
                     * @default list
                     * @enum {string}
                     */
                    layout?: "list" | "board";
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        filter: {
                            categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                            statuses?: string[];
                            queueIds?: string[];
                            typeIds?: string[];
                            priorities?: number[];
                            assigneeIds?: string[];
                            unassigned?: boolean;
                            mine?: boolean;
                            watching?: boolean;
                            teamIds?: string[];
                            /** Format: uuid */
                            clientId?: string;
                            /** Format: uuid */
                            facilityId?: string;
                            /** Format: uuid */
                            parentId?: string;
                            /** @enum {string} */
                            phiState?: "none" | "suspected" | "settled";
                            /** @enum {string} */
                            channel?: "web" | "email" | "api" | "portal";
                            /** Format: date-time */
                            createdFrom?: string;
                            /** Format: date-time */
                            createdTo?: string;
                            tag?: string;
                            q?: string;
                        };
                        /**
                         * @default updated
                         * @enum {string}
                         */
                        sort: "updated" | "created" | "priority" | "due";
                        /**
                         * @default list
                         * @enum {string}
                         */
                        layout: "list" | "board";
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ownerId: string;
                        shared: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTicketViewsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    filter: {
                        categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                        statuses?: string[];
                        queueIds?: string[];
                        typeIds?: string[];
                        priorities?: number[];
                        assigneeIds?: string[];
                        unassigned?: boolean;
                        mine?: boolean;
                        watching?: boolean;
                        teamIds?: string[];
                        /** Format: uuid */
                        clientId?: string;
                        /** Format: uuid */
                        facilityId?: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** @enum {string} */
                        phiState?: "none" | "suspected" | "settled";
                        /** @enum {string} */
                        channel?: "web" | "email" | "api" | "portal";
                        /** Format: date-time */
                        createdFrom?: string;
                        /** Format: date-time */
                        createdTo?: string;
                        tag?: string;
                        q?: string;
                    };
                    /**
                     * @default updated
                     * @enum {string}
                     */
                    sort?: "updated" | "created" | "priority" | "due";
                    /**
                     * @default list
                     * @enum {string}
                     */
                    layout?: "list" | "board";
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        filter: {
                            categories?: ("new" | "open" | "waiting" | "resolved" | "closed")[];
                            statuses?: string[];
                            queueIds?: string[];
                            typeIds?: string[];
                            priorities?: number[];
                            assigneeIds?: string[];
                            unassigned?: boolean;
                            mine?: boolean;
                            watching?: boolean;
                            teamIds?: string[];
                            /** Format: uuid */
                            clientId?: string;
                            /** Format: uuid */
                            facilityId?: string;
                            /** Format: uuid */
                            parentId?: string;
                            /** @enum {string} */
                            phiState?: "none" | "suspected" | "settled";
                            /** @enum {string} */
                            channel?: "web" | "email" | "api" | "portal";
                            /** Format: date-time */
                            createdFrom?: string;
                            /** Format: date-time */
                            createdTo?: string;
                            tag?: string;
                            q?: string;
                        };
                        /**
                         * @default updated
                         * @enum {string}
                         */
                        sort: "updated" | "created" | "priority" | "due";
                        /**
                         * @default list
                         * @enum {string}
                         */
                        layout: "list" | "board";
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ownerId: string;
                        shared: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTicketViewsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketMacros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            body?: string;
                            /**
                             * @default public
                             * @enum {string}
                             */
                            kind: "public" | "internal";
                            status?: string;
                            impact?: number;
                            urgency?: number;
                            assignee?: "me" | "nobody" | string;
                            addTags?: string[];
                            removeTags?: string[];
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ownerId: string;
                            shared: boolean;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketMacros: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    body?: string;
                    /**
                     * @default public
                     * @enum {string}
                     */
                    kind?: "public" | "internal";
                    status?: string;
                    impact?: number;
                    urgency?: number;
                    assignee?: "me" | "nobody" | string;
                    addTags?: string[];
                    removeTags?: string[];
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        body?: string;
                        /**
                         * @default public
                         * @enum {string}
                         */
                        kind: "public" | "internal";
                        status?: string;
                        impact?: number;
                        urgency?: number;
                        assignee?: "me" | "nobody" | string;
                        addTags?: string[];
                        removeTags?: string[];
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ownerId: string;
                        shared: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTicketMacrosId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    body?: string;
                    /**
                     * @default public
                     * @enum {string}
                     */
                    kind?: "public" | "internal";
                    status?: string;
                    impact?: number;
                    urgency?: number;
                    assignee?: "me" | "nobody" | string;
                    addTags?: string[];
                    removeTags?: string[];
                    /** @default false */
                    shared?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        body?: string;
                        /**
                         * @default public
                         * @enum {string}
                         */
                        kind: "public" | "internal";
                        status?: string;
                        impact?: number;
                        urgency?: number;
                        assignee?: "me" | "nobody" | string;
                        addTags?: string[];
                        removeTags?: string[];
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ownerId: string;
                        shared: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTicketMacrosId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMacrosMacroIdApply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                macroId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messageId: string | null;
                        status: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMacrosMacroIdFill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                macroId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdSplit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    messageId: string;
                    subject: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "relates" | "duplicates" | "blocks";
                    /** Format: uuid */
                    otherId: string;
                    /** @default false */
                    remove?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        linked: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdStepsStepId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "done" | "undo" | "skip";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        subject: string;
                        tags: string[];
                        requester: {
                            name?: string;
                            email?: string;
                        } | null;
                        /** Format: uuid */
                        groupId: string;
                        clientId: string | null;
                        contactId: string | null;
                        facilityId: string | null;
                        /** Format: uuid */
                        queueId: string;
                        /** Format: uuid */
                        typeId: string;
                        status: string;
                        /** @enum {string} */
                        statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        impact: number;
                        urgency: number;
                        priority: number;
                        assigneeId: string | null;
                        teamId: string | null;
                        parentId: string | null;
                        mergedInto: string | null;
                        /** @enum {string} */
                        channel: "web" | "email" | "api" | "portal";
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "settled";
                        messageCount: number;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        firstResponseAt: string | null;
                        resolvedAt: string | null;
                        closedAt: string | null;
                        reopenedCount: number;
                        groupName: string;
                        queueName: string;
                        typeName: string;
                        /** Format: uuid */
                        flowId: string;
                        facilityName: string | null;
                        assigneeName: string | null;
                        teamName: string | null;
                        client: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        watching: boolean;
                        access: {
                            write: boolean;
                        };
                        steps: {
                            /** Format: uuid */
                            id: string;
                            checklistId: string | null;
                            checklistName: string | null;
                            builtIn: "phi-purged" | null;
                            title: string;
                            required: boolean;
                            role: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            people: number;
                            /** @enum {string} */
                            state: "open" | "half" | "done" | "skipped";
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            doneAt: string | null;
                            secondBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            secondAt: string | null;
                            note: string | null;
                            version: number;
                        }[];
                        links: {
                            /** @enum {string} */
                            kind: "relates" | "duplicates" | "blocks" | "parent" | "child" | "merged";
                            outward: boolean;
                            /** Format: uuid */
                            id: string;
                            number: number;
                            subject: string;
                            status: string;
                            /** @enum {string} */
                            statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        }[];
                        thread: {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "public" | "internal" | "system";
                                authorId: string | null;
                                authorName: string | null;
                                fromRequester: boolean;
                                from: {
                                    name?: string;
                                    email?: string;
                                } | null;
                                body: string | null;
                                masked: boolean;
                                /** @enum {string} */
                                phiState: "none" | "suspected" | "cleared" | "purged";
                                findings: {
                                    kind: string;
                                    reason: string;
                                }[];
                                mentions: string[];
                                createdAt: string;
                                editedAt: string | null;
                                purgedAt: string | null;
                                version: number;
                            }[];
                            earlier: string | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdChecklists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    templateId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        subject: string;
                        tags: string[];
                        requester: {
                            name?: string;
                            email?: string;
                        } | null;
                        /** Format: uuid */
                        groupId: string;
                        clientId: string | null;
                        contactId: string | null;
                        facilityId: string | null;
                        /** Format: uuid */
                        queueId: string;
                        /** Format: uuid */
                        typeId: string;
                        status: string;
                        /** @enum {string} */
                        statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        impact: number;
                        urgency: number;
                        priority: number;
                        assigneeId: string | null;
                        teamId: string | null;
                        parentId: string | null;
                        mergedInto: string | null;
                        /** @enum {string} */
                        channel: "web" | "email" | "api" | "portal";
                        /** @enum {string} */
                        phiState: "none" | "suspected" | "settled";
                        messageCount: number;
                        version: number;
                        createdAt: string;
                        updatedAt: string;
                        firstResponseAt: string | null;
                        resolvedAt: string | null;
                        closedAt: string | null;
                        reopenedCount: number;
                        groupName: string;
                        queueName: string;
                        typeName: string;
                        /** Format: uuid */
                        flowId: string;
                        facilityName: string | null;
                        assigneeName: string | null;
                        teamName: string | null;
                        client: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        watching: boolean;
                        access: {
                            write: boolean;
                        };
                        steps: {
                            /** Format: uuid */
                            id: string;
                            checklistId: string | null;
                            checklistName: string | null;
                            builtIn: "phi-purged" | null;
                            title: string;
                            required: boolean;
                            role: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            people: number;
                            /** @enum {string} */
                            state: "open" | "half" | "done" | "skipped";
                            doneBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            doneAt: string | null;
                            secondBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            secondAt: string | null;
                            note: string | null;
                            version: number;
                        }[];
                        links: {
                            /** @enum {string} */
                            kind: "relates" | "duplicates" | "blocks" | "parent" | "child" | "merged";
                            outward: boolean;
                            /** Format: uuid */
                            id: string;
                            number: number;
                            subject: string;
                            status: string;
                            /** @enum {string} */
                            statusCategory: "new" | "open" | "waiting" | "resolved" | "closed";
                        }[];
                        thread: {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "public" | "internal" | "system";
                                authorId: string | null;
                                authorName: string | null;
                                fromRequester: boolean;
                                from: {
                                    name?: string;
                                    email?: string;
                                } | null;
                                body: string | null;
                                masked: boolean;
                                /** @enum {string} */
                                phiState: "none" | "suspected" | "cleared" | "purged";
                                findings: {
                                    kind: string;
                                    reason: string;
                                }[];
                                mentions: string[];
                                createdAt: string;
                                editedAt: string | null;
                                purgedAt: string | null;
                                version: number;
                            }[];
                            earlier: string | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reminder: {
                            at: string;
                            setBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTicketsIdReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reminder: {
                            at: string;
                            setBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTicketsIdReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** Format: uuid */
                            groupId: string;
                            /** @default null */
                            typeId: string | null;
                            /** @default null */
                            teamId: string | null;
                            /** @default 0 */
                            position: number;
                            /** @default false */
                            archived: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    groupId: string;
                    /** @default null */
                    typeId?: string | null;
                    /** @default null */
                    teamId?: string | null;
                    /** @default 0 */
                    position?: number;
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        groupId: string;
                        /** @default null */
                        typeId: string | null;
                        /** @default null */
                        teamId: string | null;
                        /** @default 0 */
                        position: number;
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putQueuesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    groupId: string;
                    /** @default null */
                    typeId?: string | null;
                    /** @default null */
                    teamId?: string | null;
                    /** @default 0 */
                    position?: number;
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        groupId: string;
                        /** @default null */
                        typeId: string | null;
                        /** @default null */
                        teamId: string | null;
                        /** @default 0 */
                        position: number;
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** Format: uuid */
                            flowId: string;
                            /** @default 3 */
                            impact: number;
                            /** @default 3 */
                            urgency: number;
                            /** @default 0 */
                            position: number;
                            /** @default false */
                            archived: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    flowId: string;
                    /** @default 3 */
                    impact?: number;
                    /** @default 3 */
                    urgency?: number;
                    /** @default 0 */
                    position?: number;
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        flowId: string;
                        /** @default 3 */
                        impact: number;
                        /** @default 3 */
                        urgency: number;
                        /** @default 0 */
                        position: number;
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTicketTypesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    flowId: string;
                    /** @default 3 */
                    impact?: number;
                    /** @default 3 */
                    urgency?: number;
                    /** @default 0 */
                    position?: number;
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        flowId: string;
                        /** @default 3 */
                        impact: number;
                        /** @default 3 */
                        urgency: number;
                        /** @default 0 */
                        position: number;
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            statuses: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                category: "new" | "open" | "waiting" | "resolved" | "closed";
                                next: string[];
                                /** @default false */
                                requiresSteps: boolean;
                            }[];
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketFlows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    statuses: {
                        key: string;
                        name: string;
                        /** @enum {string} */
                        category: "new" | "open" | "waiting" | "resolved" | "closed";
                        next: string[];
                        /** @default false */
                        requiresSteps?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        statuses: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            category: "new" | "open" | "waiting" | "resolved" | "closed";
                            next: string[];
                            /** @default false */
                            requiresSteps: boolean;
                        }[];
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTicketFlowsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    statuses: {
                        key: string;
                        name: string;
                        /** @enum {string} */
                        category: "new" | "open" | "waiting" | "resolved" | "closed";
                        next: string[];
                        /** @default false */
                        requiresSteps?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        statuses: {
                            key: string;
                            name: string;
                            /** @enum {string} */
                            category: "new" | "open" | "waiting" | "resolved" | "closed";
                            next: string[];
                            /** @default false */
                            requiresSteps: boolean;
                        }[];
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChecklistTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** @default null */
                            typeId: string | null;
                            steps: {
                                title: string;
                                /** @default true */
                                required: boolean;
                                /** @default null */
                                roleId: string | null;
                                /** @default 1 */
                                people: number;
                            }[];
                            /** @default false */
                            archived: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postChecklistTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    typeId?: string | null;
                    steps: {
                        title: string;
                        /** @default true */
                        required?: boolean;
                        /** @default null */
                        roleId?: string | null;
                        /** @default 1 */
                        people?: number;
                    }[];
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @default null */
                        typeId: string | null;
                        steps: {
                            title: string;
                            /** @default true */
                            required: boolean;
                            /** @default null */
                            roleId: string | null;
                            /** @default 1 */
                            people: number;
                        }[];
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putChecklistTemplatesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    typeId?: string | null;
                    steps: {
                        title: string;
                        /** @default true */
                        required?: boolean;
                        /** @default null */
                        roleId?: string | null;
                        /** @default 1 */
                        people?: number;
                    }[];
                    /** @default false */
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @default null */
                        typeId: string | null;
                        steps: {
                            title: string;
                            /** @default true */
                            required: boolean;
                            /** @default null */
                            roleId: string | null;
                            /** @default 1 */
                            people: number;
                        }[];
                        /** @default false */
                        archived: boolean;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlaCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            timeZone: string | null;
                            zone: string;
                            alwaysOpen: boolean;
                            weekly: {
                                [key: string]: {
                                    from: string;
                                    to: string;
                                }[];
                            };
                            holidays: {
                                date: string;
                                name: string;
                                hours: {
                                    from: string;
                                    to: string;
                                }[];
                            }[];
                            policies: number;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlaCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    timeZone?: string | null;
                    alwaysOpen?: boolean;
                    weekly: {
                        /** @default [] */
                        mon?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        tue?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        wed?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        thu?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        fri?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        sat?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        sun?: {
                            from: string;
                            to: string;
                        }[];
                    };
                    holidays?: {
                        date: string;
                        name: string;
                        /** @default [] */
                        hours?: {
                            from: string;
                            to: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        timeZone: string | null;
                        zone: string;
                        alwaysOpen: boolean;
                        weekly: {
                            [key: string]: {
                                from: string;
                                to: string;
                            }[];
                        };
                        holidays: {
                            date: string;
                            name: string;
                            hours: {
                                from: string;
                                to: string;
                            }[];
                        }[];
                        policies: number;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSlaCalendarsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSlaCalendarsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    timeZone?: string | null;
                    alwaysOpen?: boolean;
                    weekly?: {
                        /** @default [] */
                        mon?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        tue?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        wed?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        thu?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        fri?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        sat?: {
                            from: string;
                            to: string;
                        }[];
                        /** @default [] */
                        sun?: {
                            from: string;
                            to: string;
                        }[];
                    };
                    holidays?: {
                        date: string;
                        name: string;
                        /** @default [] */
                        hours?: {
                            from: string;
                            to: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        timeZone: string | null;
                        zone: string;
                        alwaysOpen: boolean;
                        weekly: {
                            [key: string]: {
                                from: string;
                                to: string;
                            }[];
                        };
                        holidays: {
                            date: string;
                            name: string;
                            hours: {
                                from: string;
                                to: string;
                            }[];
                        }[];
                        policies: number;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlaPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            active: boolean;
                            /** Format: uuid */
                            calendarId: string;
                            clientIds: string[];
                            groupIds: string[];
                            priorities: number[];
                            typeIds: string[];
                            targets: {
                                priority: number;
                                responseMinutes: number | null;
                                resolutionMinutes: number | null;
                                /** @default false */
                                aroundTheClock: boolean;
                            }[];
                            pauseStatuses: string[] | null;
                            warnPercents: number[];
                            actions: {
                                /** @enum {string} */
                                on: "warning" | "breach";
                                /** @enum {string} */
                                clock: "response" | "resolution" | "both";
                                percent?: number;
                                /**
                                 * @default {
                                 *       "assignee": false,
                                 *       "team": false,
                                 *       "userIds": []
                                 *     }
                                 */
                                notify: {
                                    /** @default false */
                                    assignee: boolean;
                                    /** @default false */
                                    team: boolean;
                                    /** @default [] */
                                    userIds: string[];
                                };
                                /** @default false */
                                raisePriority: boolean;
                                /** @default null */
                                reassignTeamId: string | null;
                            }[];
                            /** Format: uuid */
                            id: string;
                            position: number;
                            calendarName: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlaPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    active?: boolean;
                    /** Format: uuid */
                    calendarId: string;
                    clientIds?: string[];
                    groupIds?: string[];
                    priorities?: number[];
                    typeIds?: string[];
                    targets: {
                        priority: number;
                        responseMinutes: number | null;
                        resolutionMinutes: number | null;
                        /** @default false */
                        aroundTheClock?: boolean;
                    }[];
                    pauseStatuses?: string[] | null;
                    warnPercents?: number[];
                    actions?: {
                        /** @enum {string} */
                        on: "warning" | "breach";
                        /** @enum {string} */
                        clock: "response" | "resolution" | "both";
                        percent?: number;
                        /**
                         * @default {
                         *       "assignee": false,
                         *       "team": false,
                         *       "userIds": []
                         *     }
                         */
                        notify?: {
                            /** @default false */
                            assignee?: boolean;
                            /** @default false */
                            team?: boolean;
                            /** @default [] */
                            userIds?: string[];
                        };
                        /** @default false */
                        raisePriority?: boolean;
                        /** @default null */
                        reassignTeamId?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        active: boolean;
                        /** Format: uuid */
                        calendarId: string;
                        clientIds: string[];
                        groupIds: string[];
                        priorities: number[];
                        typeIds: string[];
                        targets: {
                            priority: number;
                            responseMinutes: number | null;
                            resolutionMinutes: number | null;
                            /** @default false */
                            aroundTheClock: boolean;
                        }[];
                        pauseStatuses: string[] | null;
                        warnPercents: number[];
                        actions: {
                            /** @enum {string} */
                            on: "warning" | "breach";
                            /** @enum {string} */
                            clock: "response" | "resolution" | "both";
                            percent?: number;
                            /**
                             * @default {
                             *       "assignee": false,
                             *       "team": false,
                             *       "userIds": []
                             *     }
                             */
                            notify: {
                                /** @default false */
                                assignee: boolean;
                                /** @default false */
                                team: boolean;
                                /** @default [] */
                                userIds: string[];
                            };
                            /** @default false */
                            raisePriority: boolean;
                            /** @default null */
                            reassignTeamId: string | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        position: number;
                        calendarName: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSlaPoliciesOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            active: boolean;
                            /** Format: uuid */
                            calendarId: string;
                            clientIds: string[];
                            groupIds: string[];
                            priorities: number[];
                            typeIds: string[];
                            targets: {
                                priority: number;
                                responseMinutes: number | null;
                                resolutionMinutes: number | null;
                                /** @default false */
                                aroundTheClock: boolean;
                            }[];
                            pauseStatuses: string[] | null;
                            warnPercents: number[];
                            actions: {
                                /** @enum {string} */
                                on: "warning" | "breach";
                                /** @enum {string} */
                                clock: "response" | "resolution" | "both";
                                percent?: number;
                                /**
                                 * @default {
                                 *       "assignee": false,
                                 *       "team": false,
                                 *       "userIds": []
                                 *     }
                                 */
                                notify: {
                                    /** @default false */
                                    assignee: boolean;
                                    /** @default false */
                                    team: boolean;
                                    /** @default [] */
                                    userIds: string[];
                                };
                                /** @default false */
                                raisePriority: boolean;
                                /** @default null */
                                reassignTeamId: string | null;
                            }[];
                            /** Format: uuid */
                            id: string;
                            position: number;
                            calendarName: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSlaPoliciesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSlaPoliciesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    active?: boolean;
                    /** Format: uuid */
                    calendarId?: string;
                    clientIds?: string[];
                    groupIds?: string[];
                    priorities?: number[];
                    typeIds?: string[];
                    targets?: {
                        priority: number;
                        responseMinutes: number | null;
                        resolutionMinutes: number | null;
                        /** @default false */
                        aroundTheClock?: boolean;
                    }[];
                    pauseStatuses?: string[] | null;
                    warnPercents?: number[];
                    actions?: {
                        /** @enum {string} */
                        on: "warning" | "breach";
                        /** @enum {string} */
                        clock: "response" | "resolution" | "both";
                        percent?: number;
                        /**
                         * @default {
                         *       "assignee": false,
                         *       "team": false,
                         *       "userIds": []
                         *     }
                         */
                        notify?: {
                            /** @default false */
                            assignee?: boolean;
                            /** @default false */
                            team?: boolean;
                            /** @default [] */
                            userIds?: string[];
                        };
                        /** @default false */
                        raisePriority?: boolean;
                        /** @default null */
                        reassignTeamId?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        active: boolean;
                        /** Format: uuid */
                        calendarId: string;
                        clientIds: string[];
                        groupIds: string[];
                        priorities: number[];
                        typeIds: string[];
                        targets: {
                            priority: number;
                            responseMinutes: number | null;
                            resolutionMinutes: number | null;
                            /** @default false */
                            aroundTheClock: boolean;
                        }[];
                        pauseStatuses: string[] | null;
                        warnPercents: number[];
                        actions: {
                            /** @enum {string} */
                            on: "warning" | "breach";
                            /** @enum {string} */
                            clock: "response" | "resolution" | "both";
                            percent?: number;
                            /**
                             * @default {
                             *       "assignee": false,
                             *       "team": false,
                             *       "userIds": []
                             *     }
                             */
                            notify: {
                                /** @default false */
                                assignee: boolean;
                                /** @default false */
                                team: boolean;
                                /** @default [] */
                                userIds: string[];
                            };
                            /** @default false */
                            raisePriority: boolean;
                            /** @default null */
                            reassignTeamId: string | null;
                        }[];
                        /** Format: uuid */
                        id: string;
                        position: number;
                        calendarName: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdSla: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        response: {
                            /** @enum {string} */
                            state: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                            running: boolean;
                            targetMinutes: number | null;
                            elapsedMinutes: number;
                            remainingMinutes: number | null;
                            dueAt: string | null;
                            breachedAt: string | null;
                            stoppedAt: string | null;
                            warnings: {
                                percent: number;
                                at: string | null;
                                passed: boolean;
                            }[];
                        };
                        resolution: {
                            /** @enum {string} */
                            state: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                            running: boolean;
                            targetMinutes: number | null;
                            elapsedMinutes: number;
                            remainingMinutes: number | null;
                            dueAt: string | null;
                            breachedAt: string | null;
                            stoppedAt: string | null;
                            warnings: {
                                percent: number;
                                at: string | null;
                                passed: boolean;
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSlaPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: {
                        /** Format: uuid */
                        id: string;
                    } | {
                        priority: number;
                        /** Format: uuid */
                        typeId: string;
                        /** Format: uuid */
                        groupId: string;
                        /** @default null */
                        clientId?: string | null;
                        /** Format: date-time */
                        createdAt?: string;
                    };
                    policy?: {
                        name?: string;
                        active?: boolean;
                        /** Format: uuid */
                        calendarId: string;
                        clientIds?: string[];
                        groupIds?: string[];
                        priorities?: number[];
                        typeIds?: string[];
                        targets: {
                            priority: number;
                            responseMinutes: number | null;
                            resolutionMinutes: number | null;
                            /** @default false */
                            aroundTheClock?: boolean;
                        }[];
                        pauseStatuses?: string[] | null;
                        warnPercents?: number[];
                        actions?: {
                            /** @enum {string} */
                            on: "warning" | "breach";
                            /** @enum {string} */
                            clock: "response" | "resolution" | "both";
                            percent?: number;
                            /**
                             * @default {
                             *       "assignee": false,
                             *       "team": false,
                             *       "userIds": []
                             *     }
                             */
                            notify?: {
                                /** @default false */
                                assignee?: boolean;
                                /** @default false */
                                team?: boolean;
                                /** @default [] */
                                userIds?: string[];
                            };
                            /** @default false */
                            raisePriority?: boolean;
                            /** @default null */
                            reassignTeamId?: string | null;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy: {
                            id: string | null;
                            name: string;
                        } | null;
                        considered: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            fits: boolean;
                            criteria: {
                                /** @enum {string} */
                                criterion: "active" | "who" | "priority" | "type";
                                fits: boolean;
                            }[];
                        }[];
                        response: {
                            /** @enum {string} */
                            state: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                            running: boolean;
                            targetMinutes: number | null;
                            elapsedMinutes: number;
                            remainingMinutes: number | null;
                            dueAt: string | null;
                            breachedAt: string | null;
                            stoppedAt: string | null;
                            warnings: {
                                percent: number;
                                at: string | null;
                                passed: boolean;
                            }[];
                        };
                        resolution: {
                            /** @enum {string} */
                            state: "none" | "running" | "paused" | "met" | "breached" | "stopped";
                            running: boolean;
                            targetMinutes: number | null;
                            elapsedMinutes: number;
                            remainingMinutes: number | null;
                            dueAt: string | null;
                            breachedAt: string | null;
                            stoppedAt: string | null;
                            warnings: {
                                percent: number;
                                at: string | null;
                                passed: boolean;
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlaSweep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: number;
                        done: number;
                        requestedAt: string | null;
                        finishedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReportsSla: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    /** @enum {string} */
                    groupBy: "queue" | "priority" | "clientGroup" | "technician" | "team" | "policy" | "type";
                    /**
                     * @default week
                     * @enum {string}
                     */
                    bucket?: "day" | "week" | "month";
                    timeZone?: string;
                    /** @default [] */
                    queueIds?: string[];
                    /** @default [] */
                    groupIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timeZone: string;
                        total: {
                            response: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                            resolution: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                        };
                        groups: {
                            key: string | null;
                            name: string | null;
                            response: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                            resolution: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                        }[];
                        series: {
                            start: string;
                            response: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                            resolution: {
                                met: number;
                                breached: number;
                                attainment: number | null;
                                medianMinutes: number | null;
                                p90Minutes: number | null;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReportsLoad: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            /** Format: uuid */
                            queueId: string;
                            queueName: string;
                            technicianId: string | null;
                            technicianName: string | null;
                            open: number;
                            fresh: number;
                            waiting: number;
                            urgent: number;
                            overdue: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReportsBacklog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ages: (number | null)[];
                        queues: {
                            /** Format: uuid */
                            queueId: string;
                            queueName: string;
                            counts: number[];
                            oldestDays: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReportsReopened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    /**
                     * @default week
                     * @enum {string}
                     */
                    bucket?: "day" | "week" | "month";
                    timeZone?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: {
                            resolved: number;
                            reopened: number;
                            rate: number | null;
                        };
                        groups: {
                            /** Format: uuid */
                            key: string;
                            name: string;
                            resolved: number;
                            reopened: number;
                            rate: number | null;
                        }[];
                        series: {
                            start: string;
                            resolved: number;
                            reopened: number;
                            rate: number | null;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timer: {
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number | null;
                            startedAt: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimerStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    ticketId: string;
                    /** @default false */
                    switch?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        timer: {
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number | null;
                            startedAt: string;
                        } | null;
                        stopped: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number;
                            clientId: string | null;
                            /** Format: uuid */
                            userId: string;
                            userName: string;
                            contractId: string | null;
                            date: string;
                            minutes: number;
                            billable: boolean;
                            rateCents: number | null;
                            currency: string;
                            amountCents: number | null;
                            note: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "approved" | "rejected";
                            decidedBy: string | null;
                            decidedAt: string | null;
                            reason: string | null;
                            version: number;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimerStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes?: number;
                    /** @default true */
                    billable?: boolean;
                    /** @default null */
                    contractId?: string | null;
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ticketId: string;
                        ticketNumber: number;
                        clientId: string | null;
                        /** Format: uuid */
                        userId: string;
                        userName: string;
                        contractId: string | null;
                        date: string;
                        minutes: number;
                        billable: boolean;
                        rateCents: number | null;
                        currency: string;
                        amountCents: number | null;
                        note: string | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "approved" | "rejected";
                        decidedBy: string | null;
                        decidedAt: string | null;
                        reason: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimerDiscard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTicketsIdTime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    date: string;
                    minutes: number;
                    /** @default true */
                    billable?: boolean;
                    rateCents?: number | null;
                    currency?: string;
                    /** @default null */
                    contractId?: string | null;
                    /** @default null */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ticketId: string;
                        ticketNumber: number;
                        clientId: string | null;
                        /** Format: uuid */
                        userId: string;
                        userName: string;
                        contractId: string | null;
                        date: string;
                        minutes: number;
                        billable: boolean;
                        rateCents: number | null;
                        currency: string;
                        amountCents: number | null;
                        note: string | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "approved" | "rejected";
                        decidedBy: string | null;
                        decidedAt: string | null;
                        reason: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimeEntriesSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    ticketId?: string;
                    /** Format: uuid */
                    userId?: string;
                    /** @enum {string} */
                    state?: "draft" | "submitted" | "approved" | "rejected";
                    /** Format: date */
                    from?: string;
                    /** Format: date */
                    to?: string;
                    /** Format: uuid */
                    after?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number;
                            clientId: string | null;
                            /** Format: uuid */
                            userId: string;
                            userName: string;
                            contractId: string | null;
                            date: string;
                            minutes: number;
                            billable: boolean;
                            rateCents: number | null;
                            currency: string;
                            amountCents: number | null;
                            note: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "approved" | "rejected";
                            decidedBy: string | null;
                            decidedAt: string | null;
                            reason: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimeEntriesSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        submitted: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTimeEntriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchTimeEntriesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    date?: string;
                    minutes?: number;
                    billable?: boolean;
                    rateCents?: number | null;
                    currency?: string;
                    contractId?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        ticketId: string;
                        ticketNumber: number;
                        clientId: string | null;
                        /** Format: uuid */
                        userId: string;
                        userName: string;
                        contractId: string | null;
                        date: string;
                        minutes: number;
                        billable: boolean;
                        rateCents: number | null;
                        currency: string;
                        amountCents: number | null;
                        note: string | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "approved" | "rejected";
                        decidedBy: string | null;
                        decidedAt: string | null;
                        reason: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimeEntriesDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                    /** @enum {string} */
                    decision: "approve" | "reject";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decided: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimesheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    week: string;
                    /** Format: uuid */
                    userId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        days: {
                            date: string;
                            minutes: number;
                            billableMinutes: number;
                        }[];
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number;
                            clientId: string | null;
                            /** Format: uuid */
                            userId: string;
                            userName: string;
                            contractId: string | null;
                            date: string;
                            minutes: number;
                            billable: boolean;
                            rateCents: number | null;
                            currency: string;
                            amountCents: number | null;
                            note: string | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "approved" | "rejected";
                            decidedBy: string | null;
                            decidedAt: string | null;
                            reason: string | null;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimesheetsWaiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            userId: string;
                            userName: string;
                            week: string;
                            minutes: number;
                            entries: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContracts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            clientId: string;
                            name: string;
                            /** Format: date */
                            startsOn: string;
                            endsOn: string | null;
                            /** @enum {string} */
                            period: "month" | "quarter" | "year";
                            includedMinutes: number;
                            /** @enum {string} */
                            rollover: "none" | "next" | "all";
                            rateCents: number | null;
                            currency: string;
                            version: number;
                            clientName: string | null;
                            current: {
                                startsOn: string;
                                endsBefore: string;
                                included: number;
                                rolledIn: number;
                                used: number;
                                over: number;
                                left: number;
                            } | null;
                            waitingMinutes: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postContracts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    clientId: string;
                    name: string;
                    /** Format: date */
                    startsOn: string;
                    /** @default null */
                    endsOn?: string | null;
                    /** @enum {string} */
                    period: "month" | "quarter" | "year";
                    includedMinutes: number;
                    /**
                     * @default none
                     * @enum {string}
                     */
                    rollover?: "none" | "next" | "all";
                    /** @default null */
                    rateCents?: number | null;
                    /** @default USD */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        clientId: string;
                        name: string;
                        /** Format: date */
                        startsOn: string;
                        endsOn: string | null;
                        /** @enum {string} */
                        period: "month" | "quarter" | "year";
                        includedMinutes: number;
                        /** @enum {string} */
                        rollover: "none" | "next" | "all";
                        rateCents: number | null;
                        currency: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdContracts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            clientId: string;
                            name: string;
                            /** Format: date */
                            startsOn: string;
                            endsOn: string | null;
                            /** @enum {string} */
                            period: "month" | "quarter" | "year";
                            includedMinutes: number;
                            /** @enum {string} */
                            rollover: "none" | "next" | "all";
                            rateCents: number | null;
                            currency: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteContractsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchContractsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** Format: date */
                    startsOn?: string;
                    endsOn?: string | null;
                    /** @enum {string} */
                    period?: "month" | "quarter" | "year";
                    includedMinutes?: number;
                    /** @enum {string} */
                    rollover?: "none" | "next" | "all";
                    rateCents?: number | null;
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        clientId: string;
                        name: string;
                        /** Format: date */
                        startsOn: string;
                        endsOn: string | null;
                        /** @enum {string} */
                        period: "month" | "quarter" | "year";
                        includedMinutes: number;
                        /** @enum {string} */
                        rollover: "none" | "next" | "all";
                        rateCents: number | null;
                        currency: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContractsIdUse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        periods: {
                            startsOn: string;
                            endsBefore: string;
                            included: number;
                            rolledIn: number;
                            used: number;
                            over: number;
                            left: number;
                        }[];
                        waitingMinutes: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTimeEntriesExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    /** Format: uuid */
                    clientId?: string;
                    /** Format: uuid */
                    contractId?: string;
                    /** @default false */
                    notes?: boolean;
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReportsTime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    /** @enum {string} */
                    groupBy: "client" | "technician" | "queue" | "contract";
                    /**
                     * @default week
                     * @enum {string}
                     */
                    bucket?: "day" | "week" | "month";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total: {
                            minutes: number;
                            billableMinutes: number;
                            approvedMinutes: number;
                            amounts: {
                                currency: string;
                                cents: number;
                            }[];
                        };
                        groups: {
                            key: string | null;
                            name: string | null;
                            minutes: number;
                            billableMinutes: number;
                            approvedMinutes: number;
                            amounts: {
                                currency: string;
                                cents: number;
                            }[];
                        }[];
                        series: {
                            start: string;
                            minutes: number;
                            billableMinutes: number;
                            approvedMinutes: number;
                            amounts: {
                                currency: string;
                                cents: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFiles: {
        parameters: {
            query: {
                ownerType: "ticket" | "client" | "thread" | "form-response";
                ownerId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                            /** Format: uuid */
                            ownerId: string;
                            messageId: string | null;
                            name: string | null;
                            nameHidden: boolean;
                            size: number;
                            received: number;
                            contentType: string | null;
                            mislabelled: boolean;
                            alsoType: string | null;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            readError: string | null;
                            waitsFor: ("scanner" | "store") | null;
                            /** @enum {string} */
                            scan: "none" | "clean" | "infected" | "too-large";
                            why: string | null;
                            findings: {
                                kind: string;
                                place: {
                                    part?: number[];
                                    page?: number;
                                    sheet?: number;
                                    /** @enum {string} */
                                    in?: "name" | "metadata";
                                };
                                confidence: number;
                                reason: string;
                                /** @enum {string} */
                                level: "identifier" | "weak" | "health";
                            }[];
                            findingCount: number;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages";
                            revealedUntil: string | null;
                            downloadable: boolean;
                            movedTo: string | null;
                            createdBy: string | null;
                            createdAt: string;
                            completedAt: string | null;
                            clearedBy: string | null;
                            clearedAt: string | null;
                            movedBy: string | null;
                            movedAt: string | null;
                            purgedBy: string | null;
                            purgedAt: string | null;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ownerType: "ticket" | "client" | "thread" | "form-response";
                    /** Format: uuid */
                    ownerId: string;
                    name: string;
                    size: number;
                    /** Format: uuid */
                    messageId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ownerType: "thread" | "form-response";
                    /** Format: uuid */
                    ownerId: string;
                    name: string;
                    size: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesIdContent: {
        parameters: {
            query?: {
                inline?: "1";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFilesIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offset: number;
                        size: number;
                        complete: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFilesIdContent: {
        parameters: {
            query?: {
                inline?: "1";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPortalFilesIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offset: number;
                        size: number;
                        complete: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFilesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilesIdPreview: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFilesIdPreview: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFilesIdReveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFilesIdClear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFilesIdMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** Format: uuid */
                    clientId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        ownerType: "ticket" | "client" | "document" | "thread" | "form-response";
                        /** Format: uuid */
                        ownerId: string;
                        messageId: string | null;
                        name: string | null;
                        nameHidden: boolean;
                        size: number;
                        received: number;
                        contentType: string | null;
                        mislabelled: boolean;
                        alsoType: string | null;
                        pages: number | null;
                        /** @enum {string} */
                        state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        readError: string | null;
                        waitsFor: ("scanner" | "store") | null;
                        /** @enum {string} */
                        scan: "none" | "clean" | "infected" | "too-large";
                        why: string | null;
                        findings: {
                            kind: string;
                            place: {
                                part?: number[];
                                page?: number;
                                sheet?: number;
                                /** @enum {string} */
                                in?: "name" | "metadata";
                            };
                            confidence: number;
                            reason: string;
                            /** @enum {string} */
                            level: "identifier" | "weak" | "health";
                        }[];
                        findingCount: number;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages";
                        revealedUntil: string | null;
                        downloadable: boolean;
                        movedTo: string | null;
                        createdBy: string | null;
                        createdAt: string;
                        completedAt: string | null;
                        clearedBy: string | null;
                        clearedAt: string | null;
                        movedBy: string | null;
                        movedAt: string | null;
                        purgedBy: string | null;
                        purgedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFilesIdPurge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: {
                            /** Format: uuid */
                            eventId: string;
                            /** Format: uuid */
                            fileId: string;
                            purgedAt: string;
                            bytes: number;
                            ciphertextHash: string;
                            keyHash: string;
                            backupsUntil: string;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFolders: {
        parameters: {
            query?: {
                parentId?: string;
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "shared" | "private";
                            clientId: string | null;
                            facilityIds: string[];
                            name: string;
                            writable: boolean;
                            createdAt: string;
                            updatedAt: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFolders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: uuid */
                    parentId?: string;
                    /** Format: uuid */
                    clientId?: string;
                    facilityIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "shared" | "private";
                        clientId: string | null;
                        facilityIds: string[];
                        name: string;
                        writable: boolean;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFoldersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "shared" | "private";
                        clientId: string | null;
                        facilityIds: string[];
                        name: string;
                        writable: boolean;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                        path: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFoldersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchFoldersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    parentId?: string | null;
                    facilityIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "shared" | "private";
                        clientId: string | null;
                        facilityIds: string[];
                        name: string;
                        writable: boolean;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFolders: {
        parameters: {
            query?: {
                parentId?: string;
                clientId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            /** @enum {string} */
                            kind: "shared" | "private";
                            clientId: string | null;
                            facilityIds: string[];
                            name: string;
                            writable: boolean;
                            createdAt: string;
                            updatedAt: string;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFoldersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        parentId: string | null;
                        /** @enum {string} */
                        kind: "shared" | "private";
                        clientId: string | null;
                        facilityIds: string[];
                        name: string;
                        writable: boolean;
                        createdAt: string;
                        updatedAt: string;
                        version: number;
                        path: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFoldersIdDocuments: {
        parameters: {
            query?: {
                state?: "draft" | "published" | "withdrawn" | "expired" | "review";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            folderId: string;
                            clientId: string | null;
                            name: string;
                            tags: string[];
                            /** @enum {string} */
                            state: "draft" | "published" | "withdrawn";
                            expired: boolean;
                            content: {
                                n: number;
                                contentType: string | null;
                                size: number;
                                pages: number | null;
                                /** @enum {string} */
                                state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                downloadable: boolean;
                                /** @enum {string} */
                                preview: "none" | "tiny" | "pages" | "text";
                            } | null;
                            latest: number;
                            published: number | null;
                            publishedAt: string | null;
                            withdrawnAt: string | null;
                            expiresAt: string | null;
                            reviewOn: string | null;
                            checkedOut: {
                                /** Format: uuid */
                                userId: string;
                                name: string;
                                at: string;
                            } | null;
                            createdBy: string | null;
                            createdAt: string;
                            updatedByName: string | null;
                            updatedAt: string;
                            writable: boolean;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFoldersIdDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    size: number;
                    /** @default [] */
                    tags?: string[];
                    note?: string;
                    /** @default null */
                    expiresAt?: string | null;
                    /** @default null */
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                        uploadId: string | null;
                        reading: {
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                        uploadId: string | null;
                        reading: {
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchDocumentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** Format: uuid */
                    folderId?: string;
                    tags?: string[];
                    expiresAt?: string | null;
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                        uploadId: string | null;
                        reading: {
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFoldersIdDocuments: {
        parameters: {
            query?: {
                state?: "draft" | "published" | "withdrawn" | "expired" | "review";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            folderId: string;
                            clientId: string | null;
                            name: string;
                            tags: string[];
                            /** @enum {string} */
                            state: "draft" | "published" | "withdrawn";
                            expired: boolean;
                            content: {
                                n: number;
                                contentType: string | null;
                                size: number;
                                pages: number | null;
                                /** @enum {string} */
                                state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                downloadable: boolean;
                                /** @enum {string} */
                                preview: "none" | "tiny" | "pages" | "text";
                            } | null;
                            latest: number;
                            published: number | null;
                            publishedAt: string | null;
                            withdrawnAt: string | null;
                            expiresAt: string | null;
                            reviewOn: string | null;
                            checkedOut: {
                                /** Format: uuid */
                                userId: string;
                                name: string;
                                at: string;
                            } | null;
                            createdBy: string | null;
                            createdAt: string;
                            updatedByName: string | null;
                            updatedAt: string;
                            writable: boolean;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalFoldersIdDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    size: number;
                    /** @default [] */
                    tags?: string[];
                    note?: string;
                    /** @default null */
                    expiresAt?: string | null;
                    /** @default null */
                    reviewOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                        uploadId: string | null;
                        reading: {
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalDocumentsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                        uploadId: string | null;
                        reading: {
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    q?: string;
                    tag?: string;
                    /** @default 30 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            folderId: string;
                            clientId: string | null;
                            name: string;
                            tags: string[];
                            /** @enum {string} */
                            state: "draft" | "published" | "withdrawn";
                            expired: boolean;
                            content: {
                                n: number;
                                contentType: string | null;
                                size: number;
                                pages: number | null;
                                /** @enum {string} */
                                state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                downloadable: boolean;
                                /** @enum {string} */
                                preview: "none" | "tiny" | "pages" | "text";
                            } | null;
                            latest: number;
                            published: number | null;
                            publishedAt: string | null;
                            withdrawnAt: string | null;
                            expiresAt: string | null;
                            reviewOn: string | null;
                            checkedOut: {
                                /** Format: uuid */
                                userId: string;
                                name: string;
                                at: string;
                            } | null;
                            createdBy: string | null;
                            createdAt: string;
                            updatedByName: string | null;
                            updatedAt: string;
                            writable: boolean;
                            version: number;
                        }[];
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalDocumentsSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    q?: string;
                    tag?: string;
                    /** @default 30 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            folderId: string;
                            clientId: string | null;
                            name: string;
                            tags: string[];
                            /** @enum {string} */
                            state: "draft" | "published" | "withdrawn";
                            expired: boolean;
                            content: {
                                n: number;
                                contentType: string | null;
                                size: number;
                                pages: number | null;
                                /** @enum {string} */
                                state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                downloadable: boolean;
                                /** @enum {string} */
                                preview: "none" | "tiny" | "pages" | "text";
                            } | null;
                            latest: number;
                            published: number | null;
                            publishedAt: string | null;
                            withdrawnAt: string | null;
                            expiresAt: string | null;
                            reviewOn: string | null;
                            checkedOut: {
                                /** Format: uuid */
                                userId: string;
                                name: string;
                                at: string;
                            } | null;
                            createdBy: string | null;
                            createdAt: string;
                            updatedByName: string | null;
                            updatedAt: string;
                            writable: boolean;
                            version: number;
                        }[];
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReading: {
        parameters: {
            query?: {
                all?: "1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            document: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                folderId: string;
                                clientId: string | null;
                                name: string;
                                tags: string[];
                                /** @enum {string} */
                                state: "draft" | "published" | "withdrawn";
                                expired: boolean;
                                content: {
                                    n: number;
                                    contentType: string | null;
                                    size: number;
                                    pages: number | null;
                                    /** @enum {string} */
                                    state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                    downloadable: boolean;
                                    /** @enum {string} */
                                    preview: "none" | "tiny" | "pages" | "text";
                                } | null;
                                latest: number;
                                published: number | null;
                                publishedAt: string | null;
                                withdrawnAt: string | null;
                                expiresAt: string | null;
                                reviewOn: string | null;
                                checkedOut: {
                                    /** Format: uuid */
                                    userId: string;
                                    name: string;
                                    at: string;
                                } | null;
                                createdBy: string | null;
                                createdAt: string;
                                updatedByName: string | null;
                                updatedAt: string;
                                writable: boolean;
                                version: number;
                            };
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdAcknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    n: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        acknowledgedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalReading: {
        parameters: {
            query?: {
                all?: "1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            document: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                folderId: string;
                                clientId: string | null;
                                name: string;
                                tags: string[];
                                /** @enum {string} */
                                state: "draft" | "published" | "withdrawn";
                                expired: boolean;
                                content: {
                                    n: number;
                                    contentType: string | null;
                                    size: number;
                                    pages: number | null;
                                    /** @enum {string} */
                                    state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                                    downloadable: boolean;
                                    /** @enum {string} */
                                    preview: "none" | "tiny" | "pages" | "text";
                                } | null;
                                latest: number;
                                published: number | null;
                                publishedAt: string | null;
                                withdrawnAt: string | null;
                                expiresAt: string | null;
                                reviewOn: string | null;
                                checkedOut: {
                                    /** Format: uuid */
                                    userId: string;
                                    name: string;
                                    at: string;
                                } | null;
                                createdBy: string | null;
                                createdAt: string;
                                updatedByName: string | null;
                                updatedAt: string;
                                writable: boolean;
                                version: number;
                            };
                            dueOn: string | null;
                            acknowledgedAt: string | null;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalDocumentsIdAcknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    n: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueOn: string | null;
                        acknowledgedAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audience: {
                            /** @default false */
                            everybody: boolean;
                            /** @default [] */
                            teamIds: string[];
                            /** @default [] */
                            roleIds: string[];
                            /** @default [] */
                            userIds: string[];
                            /** @default false */
                            portal: boolean;
                            /** @default null */
                            dueOn: string | null;
                        } | null;
                        people: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            n: number | null;
                            at: string | null;
                        }[];
                        done: number;
                        open: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDocumentsIdReading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    everybody?: boolean;
                    /** @default [] */
                    teamIds?: string[];
                    /** @default [] */
                    roleIds?: string[];
                    /** @default [] */
                    userIds?: string[];
                    /** @default false */
                    portal?: boolean;
                    /** @default null */
                    dueOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audience: {
                            /** @default false */
                            everybody: boolean;
                            /** @default [] */
                            teamIds: string[];
                            /** @default [] */
                            roleIds: string[];
                            /** @default [] */
                            userIds: string[];
                            /** @default false */
                            portal: boolean;
                            /** @default null */
                            dueOn: string | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdVersions: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            n: number | null;
                            base: number;
                            aside: boolean;
                            restoredFrom: number | null;
                            note: string | null;
                            authorId: string | null;
                            authorName: string | null;
                            createdAt: string;
                            /** Format: uuid */
                            fileId: string;
                            fileName: string | null;
                            sha256: string | null;
                            contentType: string | null;
                            size: number;
                            received: number;
                            pages: number | null;
                            /** @enum {string} */
                            fileState: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            why: string | null;
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    size: number;
                    basedOn: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        n: number | null;
                        base: number;
                        aside: boolean;
                        restoredFrom: number | null;
                        note: string | null;
                        authorId: string | null;
                        authorName: string | null;
                        createdAt: string;
                        /** Format: uuid */
                        fileId: string;
                        fileName: string | null;
                        sha256: string | null;
                        contentType: string | null;
                        size: number;
                        received: number;
                        pages: number | null;
                        /** @enum {string} */
                        fileState: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        why: string | null;
                        downloadable: boolean;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages" | "text";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdUploadsUploadId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        n: number | null;
                        base: number;
                        aside: boolean;
                        restoredFrom: number | null;
                        note: string | null;
                        authorId: string | null;
                        authorName: string | null;
                        createdAt: string;
                        /** Format: uuid */
                        fileId: string;
                        fileName: string | null;
                        sha256: string | null;
                        contentType: string | null;
                        size: number;
                        received: number;
                        pages: number | null;
                        /** @enum {string} */
                        fileState: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        why: string | null;
                        downloadable: boolean;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages" | "text";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDocumentsIdUploadsUploadId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offset: number;
                        size: number;
                        complete: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalDocumentsIdUploadsUploadId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        n: number | null;
                        base: number;
                        aside: boolean;
                        restoredFrom: number | null;
                        note: string | null;
                        authorId: string | null;
                        authorName: string | null;
                        createdAt: string;
                        /** Format: uuid */
                        fileId: string;
                        fileName: string | null;
                        sha256: string | null;
                        contentType: string | null;
                        size: number;
                        received: number;
                        pages: number | null;
                        /** @enum {string} */
                        fileState: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                        why: string | null;
                        downloadable: boolean;
                        /** @enum {string} */
                        preview: "none" | "tiny" | "pages" | "text";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPortalDocumentsIdUploadsUploadId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offset: number;
                        size: number;
                        complete: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdVersionsNContent: {
        parameters: {
            query?: {
                inline?: "1";
            };
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdVersionsNPreview: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdVersionsNText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        whole: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalDocumentsIdVersionsNContent: {
        parameters: {
            query?: {
                inline?: "1";
            };
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalDocumentsIdVersionsNPreview: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalDocumentsIdVersionsNText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                        whole: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdCompare: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stretches: {
                            /** @enum {string} */
                            kind: "same" | "added" | "removed";
                            text: string;
                        }[];
                        whole: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    n?: number;
                    reason?: string;
                    /** @default true */
                    askAgain?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    n: number;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdCheckOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdCheckIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        folderId: string;
                        clientId: string | null;
                        name: string;
                        tags: string[];
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        expired: boolean;
                        content: {
                            n: number;
                            contentType: string | null;
                            size: number;
                            pages: number | null;
                            /** @enum {string} */
                            state: "uploading" | "waiting" | "reading" | "clean" | "suspected" | "cleared" | "infected" | "moved" | "purged";
                            downloadable: boolean;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                        } | null;
                        latest: number;
                        published: number | null;
                        publishedAt: string | null;
                        withdrawnAt: string | null;
                        expiresAt: string | null;
                        reviewOn: string | null;
                        checkedOut: {
                            /** Format: uuid */
                            userId: string;
                            name: string;
                            at: string;
                        } | null;
                        createdBy: string | null;
                        createdAt: string;
                        updatedByName: string | null;
                        updatedAt: string;
                        writable: boolean;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocumentsIdLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            mode: "view" | "download";
                            /** @enum {string} */
                            entry: "sign-in" | "code";
                            label: string | null;
                            expiresAt: string;
                            maxOpens: number | null;
                            opens: number;
                            /** @enum {string} */
                            state: "open" | "code-used" | "used-up" | "expired" | "locked" | "revoked";
                            /** Format: uuid */
                            createdBy: string;
                            createdByName: string;
                            createdAt: string;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default view
                     * @enum {string}
                     */
                    mode?: "view" | "download";
                    /**
                     * @default sign-in
                     * @enum {string}
                     */
                    entry?: "sign-in" | "code";
                    label?: string;
                    /** Format: date-time */
                    expiresAt: string;
                    /** @default null */
                    maxOpens?: number | null;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        mode: "view" | "download";
                        /** @enum {string} */
                        entry: "sign-in" | "code";
                        label: string | null;
                        expiresAt: string;
                        maxOpens: number | null;
                        opens: number;
                        /** @enum {string} */
                        state: "open" | "code-used" | "used-up" | "expired" | "locked" | "revoked";
                        /** Format: uuid */
                        createdBy: string;
                        createdByName: string;
                        createdAt: string;
                        secret: string;
                        code: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDocumentsIdLinksLinkIdCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDocumentsIdLinksLinkId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSharedOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needs: ("sign-in" | "code" | "new-code") | null;
                        wrong: boolean;
                        ticket: string | null;
                        document: {
                            name: string;
                            contentType: string | null;
                            pages: number | null;
                            size: number;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                            /** @enum {string} */
                            mode: "view" | "download";
                            viewer: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSharedOpenAsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needs: ("sign-in" | "code" | "new-code") | null;
                        wrong: boolean;
                        ticket: string | null;
                        document: {
                            name: string;
                            contentType: string | null;
                            pages: number | null;
                            size: number;
                            /** @enum {string} */
                            preview: "none" | "tiny" | "pages" | "text";
                            /** @enum {string} */
                            mode: "view" | "download";
                            viewer: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSharedPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                    /** @default 1 */
                    page?: number;
                    /** @default 1400 */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSharedDownload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ticket: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            address: string;
                            /** @enum {string} */
                            kind: "imap" | "smtp";
                            enabled: boolean;
                            subaddressing: boolean;
                            /** Format: uuid */
                            queueId: string;
                            typeId: string | null;
                            host: string | null;
                            port: number | null;
                            /** @enum {string} */
                            security: "tls" | "starttls" | "none";
                            hasLogin: boolean;
                            ca: string | null;
                            folder: string;
                            moveTo: string | null;
                            /** @enum {string} */
                            state: "new" | "connected" | "failed";
                            errorCode: string | null;
                            stateAt: string | null;
                            version: number;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMailMailboxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @enum {string} */
                    kind: "imap" | "smtp";
                    /** @default true */
                    enabled?: boolean;
                    /** @default true */
                    subaddressing?: boolean;
                    /** Format: uuid */
                    queueId: string;
                    /** @default null */
                    typeId?: string | null;
                    /** @default null */
                    host?: string | null;
                    /** @default null */
                    port?: number | null;
                    /**
                     * @default tls
                     * @enum {string}
                     */
                    security?: "tls" | "starttls" | "none";
                    /** @default null */
                    ca?: string | null;
                    /** @default INBOX */
                    folder?: string;
                    /** @default null */
                    moveTo?: string | null;
                    login?: {
                        user: string;
                        password: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        /** @enum {string} */
                        kind: "imap" | "smtp";
                        enabled: boolean;
                        subaddressing: boolean;
                        /** Format: uuid */
                        queueId: string;
                        typeId: string | null;
                        host: string | null;
                        port: number | null;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                        hasLogin: boolean;
                        ca: string | null;
                        folder: string;
                        moveTo: string | null;
                        /** @enum {string} */
                        state: "new" | "connected" | "failed";
                        errorCode: string | null;
                        stateAt: string | null;
                        version: number;
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMailMailboxesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                    /** @enum {string} */
                    kind: "imap" | "smtp";
                    /** @default true */
                    enabled?: boolean;
                    /** @default true */
                    subaddressing?: boolean;
                    /** Format: uuid */
                    queueId: string;
                    /** @default null */
                    typeId?: string | null;
                    /** @default null */
                    host?: string | null;
                    /** @default null */
                    port?: number | null;
                    /**
                     * @default tls
                     * @enum {string}
                     */
                    security?: "tls" | "starttls" | "none";
                    /** @default null */
                    ca?: string | null;
                    /** @default INBOX */
                    folder?: string;
                    /** @default null */
                    moveTo?: string | null;
                    login?: {
                        user: string;
                        password: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        address: string;
                        /** @enum {string} */
                        kind: "imap" | "smtp";
                        enabled: boolean;
                        subaddressing: boolean;
                        /** Format: uuid */
                        queueId: string;
                        typeId: string | null;
                        host: string | null;
                        port: number | null;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                        hasLogin: boolean;
                        ca: string | null;
                        folder: string;
                        moveTo: string | null;
                        /** @enum {string} */
                        state: "new" | "connected" | "failed";
                        errorCode: string | null;
                        stateAt: string | null;
                        version: number;
                        createdAt: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMailMailboxesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMailMailboxesIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        code: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailOutbound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        host: string | null;
                        port: number | null;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                        hasLogin: boolean;
                        ca: string | null;
                        fromAddress: string | null;
                        fromName: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMailOutbound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    enabled: boolean;
                    host: string | null;
                    port: number | null;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    /** @default null */
                    ca?: string | null;
                    fromAddress: string | null;
                    /** @default null */
                    fromName?: string | null;
                    login?: {
                        user: string;
                        password: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enabled: boolean;
                        host: string | null;
                        port: number | null;
                        /** @enum {string} */
                        security: "tls" | "starttls" | "none";
                        hasLogin: boolean;
                        ca: string | null;
                        fromAddress: string | null;
                        fromName: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMailOutboundTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        code: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailGate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        policy: "allow" | "ask" | "block" | "notice";
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMailGate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    policy: "allow" | "ask" | "block" | "notice";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        policy: "allow" | "ask" | "block" | "notice";
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            ticketId: string;
                            ticketNumber: number;
                            /** Format: uuid */
                            messageId: string;
                            to: string;
                            reasons: string[];
                            authorName: string | null;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMailHeldIdDecide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "send" | "notice" | "drop";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @constant */
                        state: "waiting";
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            messageId: string;
                            to: string;
                            /** @enum {string} */
                            state: "waiting" | "sending" | "held" | "sent" | "notice-sent" | "blocked" | "dropped" | "failed";
                            reasons: string[];
                            errorCode: string | null;
                            attempts: number;
                            decidedBy: string | null;
                            sentAt: string | null;
                            createdAt: string;
                        }[];
                        received: {
                            /** Format: uuid */
                            messageId: string;
                            quotedFrom: number | null;
                            senderCheck: ("verified" | "failed" | "unverified" | "unknown") | null;
                        }[];
                        copies: {
                            /** Format: uuid */
                            messageId: string;
                            cc: {
                                name?: string;
                                email: string;
                            }[];
                            bcc: {
                                name?: string;
                                email: string;
                            }[];
                        }[];
                        participants: {
                            name?: string;
                            email: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailReceived: {
        parameters: {
            query?: {
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            mailboxId: string | null;
                            /** @enum {string} */
                            outcome: "ticket" | "reply" | "bounce" | "auto-reply" | "loop" | "refused";
                            errorCode: string | null;
                            ticketId: string | null;
                            receivedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            facilityId: string | null;
                            quotaBytes: number;
                            silentHours: number;
                            retention: {
                                keepDays: number;
                                daily: number;
                                weekly: number;
                                monthly: number;
                                yearly: number;
                            } | null;
                            managed: boolean;
                            /** @enum {string} */
                            state: "active" | "revoked" | "destroyed";
                            usedBytes: number;
                            lastSnapshotAt: string | null;
                            silent: boolean;
                            createdAt: string;
                            revokedAt: string | null;
                            destroyedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default null */
                    facilityId?: string | null;
                    /** @default 107374182400 */
                    quotaBytes?: number;
                    /** @default 48 */
                    silentHours?: number;
                    /** @default null */
                    retention?: {
                        keepDays: number;
                        daily: number;
                        weekly: number;
                        monthly: number;
                        yearly: number;
                    } | null;
                    /** @default true */
                    managed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        facilityId: string | null;
                        quotaBytes: number;
                        silentHours: number;
                        retention: {
                            keepDays: number;
                            daily: number;
                            weekly: number;
                            monthly: number;
                            yearly: number;
                        } | null;
                        managed: boolean;
                        /** @enum {string} */
                        state: "active" | "revoked" | "destroyed";
                        usedBytes: number;
                        lastSnapshotAt: string | null;
                        silent: boolean;
                        createdAt: string;
                        revokedAt: string | null;
                        destroyedAt: string | null;
                        version: number;
                        access: {
                            url: string;
                            /** Format: uuid */
                            user: string;
                            secret: string;
                            password: string | null;
                            authority: string | null;
                            expiresAt: string | null;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        facilityId: string | null;
                        quotaBytes: number;
                        silentHours: number;
                        retention: {
                            keepDays: number;
                            daily: number;
                            weekly: number;
                            monthly: number;
                            yearly: number;
                        } | null;
                        managed: boolean;
                        /** @enum {string} */
                        state: "active" | "revoked" | "destroyed";
                        usedBytes: number;
                        lastSnapshotAt: string | null;
                        silent: boolean;
                        createdAt: string;
                        revokedAt: string | null;
                        destroyedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchDevicesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    facilityId?: string | null;
                    quotaBytes?: number;
                    silentHours?: number;
                    retention?: {
                        keepDays: number;
                        daily: number;
                        weekly: number;
                        monthly: number;
                        yearly: number;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        facilityId: string | null;
                        quotaBytes: number;
                        silentHours: number;
                        retention: {
                            keepDays: number;
                            daily: number;
                            weekly: number;
                            monthly: number;
                            yearly: number;
                        } | null;
                        managed: boolean;
                        /** @enum {string} */
                        state: "active" | "revoked" | "destroyed";
                        usedBytes: number;
                        lastSnapshotAt: string | null;
                        silent: boolean;
                        createdAt: string;
                        revokedAt: string | null;
                        destroyedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** Format: uuid */
                        user: string;
                        secret: string;
                        password: string | null;
                        authority: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        facilityId: string | null;
                        quotaBytes: number;
                        silentHours: number;
                        retention: {
                            keepDays: number;
                            daily: number;
                            weekly: number;
                            monthly: number;
                            yearly: number;
                        } | null;
                        managed: boolean;
                        /** @enum {string} */
                        state: "active" | "revoked" | "destroyed";
                        usedBytes: number;
                        lastSnapshotAt: string | null;
                        silent: boolean;
                        createdAt: string;
                        revokedAt: string | null;
                        destroyedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRestoreAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @default 24 */
                    hours?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** Format: uuid */
                        user: string;
                        secret: string;
                        password: string | null;
                        authority: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resticHere: boolean;
                        copies: {
                            id: string;
                            receivedAt: string;
                        }[];
                        copyCount: number;
                        sessions: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "append" | "read";
                            startedAt: string;
                            lastAt: string;
                            endedAt: string | null;
                            writtenBytes: number;
                            readBytes: number;
                            snapshots: number;
                            refused: number;
                        }[];
                        runs: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "retention" | "drill";
                            /** @enum {string} */
                            state: "running" | "done" | "failed";
                            startedAt: string;
                            endedAt: string | null;
                            facts: {
                                [key: string]: string | number | boolean | null;
                            };
                        }[];
                        heldFiles: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    copy?: string;
                    /**
                     * Format: starts_with
                     * @default /
                     */
                    path?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        copies: {
                            id: string;
                            receivedAt: string;
                            host: string;
                            paths: string[];
                        }[];
                        entries: {
                            name: string;
                            path: string;
                            /** @enum {string} */
                            type: "file" | "dir" | "other";
                            size: number | null;
                            changedAt: string | null;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdFetch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    copy: string;
                    /** Format: starts_with */
                    path: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdDrill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdGiveBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        files: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdDestroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        facilityId: string | null;
                        quotaBytes: number;
                        silentHours: number;
                        retention: {
                            keepDays: number;
                            daily: number;
                            weekly: number;
                            monthly: number;
                            yearly: number;
                        } | null;
                        managed: boolean;
                        /** @enum {string} */
                        state: "active" | "revoked" | "destroyed";
                        usedBytes: number;
                        lastSnapshotAt: string | null;
                        silent: boolean;
                        createdAt: string;
                        revokedAt: string | null;
                        destroyedAt: string | null;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRepository: {
        parameters: {
            query: {
                create: "true";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesIdRepositoryConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRepositoryConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDevicesIdRepositoryConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesIdRepositoryKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "data" | "index" | "keys" | "locks" | "snapshots";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.x.restic.rest.v2": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevicesIdRepositoryKindName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "data" | "index" | "keys" | "locks" | "snapshots";
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDevicesIdRepositoryKindName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "data" | "index" | "keys" | "locks" | "snapshots";
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDevicesIdRepositoryKindName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                kind: "data" | "index" | "keys" | "locks" | "snapshots";
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    q?: string;
                    /** Format: uuid */
                    clientId?: string;
                    /** Format: uuid */
                    facilityId?: string;
                    /** @enum {string} */
                    status?: "active" | "invited" | "suspended";
                    /** @default 50 */
                    limit?: number;
                    /** Format: uuid */
                    cursor?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            email: string;
                            phone: string | null;
                            /** @enum {string} */
                            status: "active" | "invited" | "suspended" | "removed";
                            lockedUntil: string | null;
                            mfa: boolean;
                            lastSignInAt: string | null;
                            createdAt: string;
                            version: number;
                            invitation: {
                                /** @enum {string} */
                                kind: "link" | "code";
                                expiresAt: string;
                            } | null;
                            clients: {
                                id: string;
                                name: string;
                                contact: {
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                            facilities: {
                                id: string;
                                name: string;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalPeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePortalPeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPortalPeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email: string;
                    phone?: string;
                    /** @default [] */
                    clients?: {
                        /** Format: uuid */
                        clientId: string;
                        contactId?: string | null;
                    }[];
                    /** @default [] */
                    facilityIds?: string[];
                    /** @enum {string} */
                    deliver: "email" | "code";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            id: string;
                            name: string;
                            email: string;
                            phone: string | null;
                            /** @enum {string} */
                            status: "active" | "invited" | "suspended" | "removed";
                            lockedUntil: string | null;
                            mfa: boolean;
                            lastSignInAt: string | null;
                            createdAt: string;
                            version: number;
                            invitation: {
                                /** @enum {string} */
                                kind: "link" | "code";
                                expiresAt: string;
                            } | null;
                            clients: {
                                id: string;
                                name: string;
                                contact: {
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                            facilities: {
                                id: string;
                                name: string;
                            }[];
                        };
                        existing: boolean;
                        code: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdResetMfa: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    deliver: "email" | "code";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: {
                            id: string;
                            name: string;
                            email: string;
                            phone: string | null;
                            /** @enum {string} */
                            status: "active" | "invited" | "suspended" | "removed";
                            lockedUntil: string | null;
                            mfa: boolean;
                            lastSignInAt: string | null;
                            createdAt: string;
                            version: number;
                            invitation: {
                                /** @enum {string} */
                                kind: "link" | "code";
                                expiresAt: string;
                            } | null;
                            clients: {
                                id: string;
                                name: string;
                                contact: {
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                            facilities: {
                                id: string;
                                name: string;
                            }[];
                        };
                        existing: boolean;
                        code: string | null;
                        expiresAt: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalPeopleIdTies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    clients?: {
                        /** Format: uuid */
                        clientId: string;
                        contactId?: string | null;
                    }[];
                    /** @default [] */
                    facilityIds?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        phone: string | null;
                        /** @enum {string} */
                        status: "active" | "invited" | "suspended" | "removed";
                        lockedUntil: string | null;
                        mfa: boolean;
                        lastSignInAt: string | null;
                        createdAt: string;
                        version: number;
                        invitation: {
                            /** @enum {string} */
                            kind: "link" | "code";
                            expiresAt: string;
                        } | null;
                        clients: {
                            id: string;
                            name: string;
                            contact: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePortalPeopleIdClientsClientId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePortalPeopleIdFacilitiesFacilityId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                facilityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        email: string;
                        organization: string;
                        clients: {
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "person" | "organisation";
                            self: boolean;
                        }[];
                        facilities: {
                            id: string;
                            name: string;
                            phone: string | null;
                            address: string[];
                        }[];
                        rememberDays: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: number;
                            subject: string;
                            clientId: string | null;
                            status: string;
                            done: boolean;
                            closed: boolean;
                            unread: number;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string;
                    body: string;
                    /** @default null */
                    clientId?: string | null;
                    /** @default null */
                    facilityId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: number;
                        subject: string;
                        clientId: string | null;
                        status: string;
                        done: boolean;
                        closed: boolean;
                        unread: number;
                        createdAt: string;
                        updatedAt: string;
                        items: {
                            id: string;
                            own: boolean;
                            author: string;
                            body: string | null;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalRequestsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: number;
                        subject: string;
                        clientId: string | null;
                        status: string;
                        done: boolean;
                        closed: boolean;
                        unread: number;
                        createdAt: string;
                        updatedAt: string;
                        items: {
                            id: string;
                            own: boolean;
                            author: string;
                            body: string | null;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalRequestsIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: number;
                        subject: string;
                        clientId: string | null;
                        status: string;
                        done: boolean;
                        closed: boolean;
                        unread: number;
                        createdAt: string;
                        updatedAt: string;
                        items: {
                            id: string;
                            own: boolean;
                            author: string;
                            body: string | null;
                            createdAt: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        absence: {
                            from: string;
                            until: string;
                            cover: {
                                id: string;
                                name: string;
                            } | null;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    until: string;
                    coverId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMeAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreadsColleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreads: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                clientId?: string;
                state?: "open" | "closed";
                whose?: "all" | "mine";
                waiting?: "1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            subject: string;
                            client: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "open" | "closed";
                            waits: boolean;
                            unread: number;
                            messages: number;
                            lastAt: string;
                            assignee: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postThreads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    clientId: string;
                    subject: string;
                    body: string;
                    /** @default [] */
                    people?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreadsUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mine: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreadsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchThreadsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assigneeId?: string | null;
                    /** @enum {string} */
                    state?: "open" | "closed";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getThreadsIdMessages: {
        parameters: {
            query: {
                before: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postThreadsIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /**
                     * @default message
                     * @enum {string}
                     */
                    kind?: "message" | "note";
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalThreads: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            subject: string;
                            client: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "open" | "closed";
                            waits: boolean;
                            unread: number;
                            messages: number;
                            lastAt: string;
                            assignee: {
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalThreads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    clientId: string;
                    subject: string;
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalThreadsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalThreadsIdMessages: {
        parameters: {
            query: {
                before: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalThreadsIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: string;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "closed";
                        waits: boolean;
                        unread: number;
                        messages: number;
                        lastAt: string;
                        assignee: {
                            id: string;
                            name: string;
                        } | null;
                        version: number;
                        createdAt: string;
                        writable: boolean;
                        people: {
                            id: string;
                            name: string;
                        }[];
                        away: {
                            name: string;
                            until: string;
                            cover: string | null;
                        } | null;
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "message" | "note" | "event";
                            fromPortal: boolean;
                            own: boolean;
                            author: string;
                            body: string;
                            createdAt: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getForms: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "published" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            title: {
                                en: string;
                                es?: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "published" | "withdrawn";
                            published: number | null;
                            changed: boolean;
                            everywhere: boolean;
                            facilityIds: string[];
                            atWill: boolean;
                            questions: number;
                            classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                            version: number;
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition: {
                        title: {
                            en: string;
                            es?: string;
                        };
                        intro?: {
                            en: string;
                            es?: string;
                        };
                        /** @default [] */
                        fields?: {
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                            label: {
                                en: string;
                                es?: string;
                            };
                            help?: {
                                en: string;
                                es?: string;
                            };
                            required?: boolean;
                            /** @enum {string} */
                            class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            limits?: {
                                longest?: number;
                                least?: number;
                                most?: number;
                                from?: string;
                                to?: string;
                                count?: number;
                            };
                            options?: {
                                id: string;
                                label: {
                                    en: string;
                                    es?: string;
                                };
                            }[];
                            /** @enum {string} */
                            prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            when?: {
                                /** @enum {string} */
                                match: "all" | "any";
                                tests: {
                                    field: string;
                                    /** @enum {string} */
                                    is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                    value?: string | number | boolean;
                                }[];
                            };
                        }[];
                    };
                    /** @default true */
                    everywhere?: boolean;
                    /** @default [] */
                    facilityIds?: string[];
                    /** @default false */
                    atWill?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchFormsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    definition?: {
                        title: {
                            en: string;
                            es?: string;
                        };
                        intro?: {
                            en: string;
                            es?: string;
                        };
                        /** @default [] */
                        fields?: {
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                            label: {
                                en: string;
                                es?: string;
                            };
                            help?: {
                                en: string;
                                es?: string;
                            };
                            required?: boolean;
                            /** @enum {string} */
                            class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            limits?: {
                                longest?: number;
                                least?: number;
                                most?: number;
                                from?: string;
                                to?: string;
                                count?: number;
                            };
                            options?: {
                                id: string;
                                label: {
                                    en: string;
                                    es?: string;
                                };
                            }[];
                            /** @enum {string} */
                            prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            when?: {
                                /** @enum {string} */
                                match: "all" | "any";
                                tests: {
                                    field: string;
                                    /** @enum {string} */
                                    is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                    value?: string | number | boolean;
                                }[];
                            };
                        }[];
                    };
                    everywhere?: boolean;
                    facilityIds?: string[];
                    atWill?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormsIdPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormsIdWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormsIdDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "published" | "withdrawn";
                        published: number | null;
                        changed: boolean;
                        everywhere: boolean;
                        facilityIds: string[];
                        atWill: boolean;
                        questions: number;
                        classes: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note")[];
                        version: number;
                        updatedAt: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormsIdVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            n: number;
                            publishedAt: string;
                            publishedBy: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormsIdVersionsN: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        n: number;
                        publishedAt: string;
                        publishedBy: string;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormResponses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                formId?: string;
                state?: "open" | "submitted" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            formId: string;
                            title: {
                                en: string;
                                es?: string;
                            };
                            n: number;
                            client: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "asked" | "draft" | "submitted" | "withdrawn";
                            byStaff: boolean;
                            dueOn: string | null;
                            createdAt: string;
                            updatedAt: string;
                            submittedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormResponses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    formId: string;
                    /** Format: uuid */
                    clientId: string;
                    /** @enum {string} */
                    how: "send" | "fill";
                    /** @default [] */
                    people?: string[];
                    dueOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdForms: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "submitted" | "all";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            formId: string;
                            title: {
                                en: string;
                                es?: string;
                            };
                            n: number;
                            client: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "asked" | "draft" | "submitted" | "withdrawn";
                            byStaff: boolean;
                            dueOn: string | null;
                            createdAt: string;
                            updatedAt: string;
                            submittedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFormResponsesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putFormResponsesIdAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | boolean | string[] | {
                            line?: string;
                            line2?: string;
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        } | {
                            /** @constant */
                            kind: "typed";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "drawn";
                            png: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormResponsesIdSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | boolean | string[] | {
                            line?: string;
                            line2?: string;
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        } | {
                            /** @constant */
                            kind: "typed";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "drawn";
                            png: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormResponsesIdWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormResponsesIdTakeOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    take?: string[];
                    /** @default [] */
                    leave?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalForms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            title: {
                                en: string;
                                es?: string;
                            };
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFormResponses: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "submitted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            formId: string;
                            title: {
                                en: string;
                                es?: string;
                            };
                            n: number;
                            client: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "asked" | "draft" | "submitted" | "withdrawn";
                            byStaff: boolean;
                            dueOn: string | null;
                            createdAt: string;
                            updatedAt: string;
                            submittedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalFormResponses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    formId: string;
                    /** Format: uuid */
                    clientId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPortalFormResponsesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPortalFormResponsesIdAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | boolean | string[] | {
                            line?: string;
                            line2?: string;
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        } | {
                            /** @constant */
                            kind: "typed";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "drawn";
                            png: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPortalFormResponsesIdSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | boolean | string[] | {
                            line?: string;
                            line2?: string;
                            city?: string;
                            state?: string;
                            postalCode?: string;
                            country?: string;
                        } | {
                            /** @constant */
                            kind: "typed";
                            text: string;
                        } | {
                            /** @constant */
                            kind: "drawn";
                            png: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        formId: string;
                        title: {
                            en: string;
                            es?: string;
                        };
                        n: number;
                        client: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "asked" | "draft" | "submitted" | "withdrawn";
                        byStaff: boolean;
                        dueOn: string | null;
                        createdAt: string;
                        updatedAt: string;
                        submittedAt: string | null;
                        version: number;
                        definition: {
                            title: {
                                en: string;
                                es?: string;
                            };
                            intro?: {
                                en: string;
                                es?: string;
                            };
                            fields: {
                                id: string;
                                /** @enum {string} */
                                kind: "text" | "long-text" | "number" | "date" | "choice" | "choices" | "yes-no" | "phone" | "email" | "address" | "identifier" | "signature" | "file" | "heading" | "explanation";
                                label: {
                                    en: string;
                                    es?: string;
                                };
                                help?: {
                                    en: string;
                                    es?: string;
                                };
                                required?: boolean;
                                /** @enum {string} */
                                class?: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                                limits?: {
                                    longest?: number;
                                    least?: number;
                                    most?: number;
                                    from?: string;
                                    to?: string;
                                    count?: number;
                                };
                                options?: {
                                    id: string;
                                    label: {
                                        en: string;
                                        es?: string;
                                    };
                                }[];
                                /** @enum {string} */
                                prefill?: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                                when?: {
                                    /** @enum {string} */
                                    match: "all" | "any";
                                    tests: {
                                        field: string;
                                        /** @enum {string} */
                                        is: "answered" | "not-answered" | "equals" | "not-equals" | "contains";
                                        value?: string | number | boolean;
                                    }[];
                                };
                            }[];
                        };
                        answers: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        prefilled: {
                            [key: string]: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                        };
                        closed: string[];
                        files: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            size: number;
                            contentType: string | null;
                            /** @enum {string} */
                            state: "uploading" | "unread" | "open" | "infected" | "gone";
                        }[];
                        by: string | null;
                        fillable: boolean;
                        proposals: {
                            field: string;
                            /** @enum {string} */
                            prefill: "given-name" | "family-name" | "birth-date" | "sex" | "phone" | "email" | "address" | "language" | "member-id" | "payer" | "plan";
                            /** @enum {string} */
                            class: "contact" | "demographic" | "identifier" | "clinical" | "financial" | "note";
                            before: (string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            }) | null;
                            after: string | number | boolean | string[] | {
                                line?: string;
                                line2?: string;
                                city?: string;
                                state?: string;
                                postalCode?: string;
                                country?: string;
                            } | {
                                /** @constant */
                                kind: "typed";
                                text: string;
                            } | {
                                /** @constant */
                                kind: "drawn";
                                png: string;
                            };
                            hindered: string | null;
                        }[];
                        clientVersion: number | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormResponsesIdExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default pdf
                     * @constant
                     */
                    format?: "pdf";
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postFormsIdExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default csv
                     * @constant
                     */
                    format?: "csv";
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            links: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                note: string;
                                url: string;
                                /** @enum {string} */
                                icon: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                                facilityIds: string[];
                            }[];
                        }[];
                        facilities: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    groupId: string;
                    title: string;
                    /** @default  */
                    note?: string;
                    url: string;
                    /**
                     * @default link
                     * @enum {string}
                     */
                    icon?: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                    /**
                     * @default {
                     *       "who": "everybody",
                     *       "facilityIds": [],
                     *       "roleIds": []
                     *     }
                     */
                    audience?: {
                        /** @enum {string} */
                        who: "everybody" | "staff" | "portal";
                        facilityIds: string[];
                        roleIds: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        groupId: string;
                        title: string;
                        note: string;
                        url: string;
                        /** @enum {string} */
                        icon: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                        audience: {
                            /** @enum {string} */
                            who: "everybody" | "staff" | "portal";
                            facilityIds: string[];
                            roleIds: string[];
                        };
                        health: {
                            /** @enum {string} */
                            state: "unchecked" | "works" | "moved" | "broken" | "private";
                            reason: string | null;
                            checkedAt: string | null;
                            brokenSince: string | null;
                            movedTo: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinksAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            links: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                groupId: string;
                                title: string;
                                note: string;
                                url: string;
                                /** @enum {string} */
                                icon: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                                audience: {
                                    /** @enum {string} */
                                    who: "everybody" | "staff" | "portal";
                                    facilityIds: string[];
                                    roleIds: string[];
                                };
                                health: {
                                    /** @enum {string} */
                                    state: "unchecked" | "works" | "moved" | "broken" | "private";
                                    reason: string | null;
                                    checkedAt: string | null;
                                    brokenSince: string | null;
                                    movedTo: string | null;
                                };
                                version: number;
                            }[];
                        }[];
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLinksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLinksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    groupId?: string;
                    title?: string;
                    note?: string;
                    url?: string;
                    /** @enum {string} */
                    icon?: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                    audience?: {
                        /** @enum {string} */
                        who: "everybody" | "staff" | "portal";
                        facilityIds: string[];
                        roleIds: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        groupId: string;
                        title: string;
                        note: string;
                        url: string;
                        /** @enum {string} */
                        icon: "link" | "world" | "home" | "building" | "map" | "phone" | "mail" | "message" | "video" | "calendar" | "clock" | "users" | "user" | "heart" | "stethoscope" | "pill" | "vaccine" | "lab" | "ambulance" | "wheelchair" | "baby" | "brain" | "apple" | "run" | "book" | "school" | "file" | "form" | "signature" | "download" | "upload" | "cloud" | "printer" | "device" | "tool" | "help" | "info" | "alert" | "shield" | "lock" | "key" | "card" | "receipt" | "bank" | "cart" | "truck" | "bus" | "coffee" | "news" | "chart" | "language" | "star";
                        audience: {
                            /** @enum {string} */
                            who: "everybody" | "staff" | "portal";
                            facilityIds: string[];
                            roleIds: string[];
                        };
                        health: {
                            /** @enum {string} */
                            state: "unchecked" | "works" | "moved" | "broken" | "private";
                            reason: string | null;
                            checkedAt: string | null;
                            brokenSince: string | null;
                            movedTo: string | null;
                        };
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLinksIdCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postLinkGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLinkGroupsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchLinkGroupsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLinksOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: {
                        /** Format: uuid */
                        id: string;
                        linkIds: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLinkSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        privateNetworks: string[];
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putLinkSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    privateNetworks: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        privateNetworks: string[];
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            text: string;
                            /** @enum {string} */
                            importance: "normal" | "important" | "urgent";
                            startsAt: string;
                            endsAt: string | null;
                            readAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    text: string;
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    importance?: "normal" | "important" | "urgent";
                    /** Format: date-time */
                    startsAt?: string;
                    /** @default null */
                    endsAt?: string | null;
                    /**
                     * @default {
                     *       "who": "everybody",
                     *       "facilityIds": [],
                     *       "roleIds": []
                     *     }
                     */
                    audience?: {
                        /** @enum {string} */
                        who: "everybody" | "staff" | "portal";
                        facilityIds: string[];
                        roleIds: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: string;
                        text: string;
                        /** @enum {string} */
                        importance: "normal" | "important" | "urgent";
                        startsAt: string;
                        endsAt: string | null;
                        audience: {
                            /** @enum {string} */
                            who: "everybody" | "staff" | "portal";
                            facilityIds: string[];
                            roleIds: string[];
                        };
                        reads: number;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAnnouncementsIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnnouncementsIdReaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            /** @enum {string} */
                            kind: "person" | "portal";
                            readAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAnnouncementsAll: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            text: string;
                            /** @enum {string} */
                            importance: "normal" | "important" | "urgent";
                            startsAt: string;
                            endsAt: string | null;
                            audience: {
                                /** @enum {string} */
                                who: "everybody" | "staff" | "portal";
                                facilityIds: string[];
                                roleIds: string[];
                            };
                            reads: number;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAnnouncementsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchAnnouncementsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    text?: string;
                    /** @enum {string} */
                    importance?: "normal" | "important" | "urgent";
                    /** Format: date-time */
                    startsAt?: string;
                    endsAt?: string | null;
                    audience?: {
                        /** @enum {string} */
                        who: "everybody" | "staff" | "portal";
                        facilityIds: string[];
                        roleIds: string[];
                    };
                    /** @constant */
                    readAgain?: true;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        title: string;
                        text: string;
                        /** @enum {string} */
                        importance: "normal" | "important" | "urgent";
                        startsAt: string;
                        endsAt: string | null;
                        audience: {
                            /** @enum {string} */
                            who: "everybody" | "staff" | "portal";
                            facilityIds: string[];
                            roleIds: string[];
                        };
                        reads: number;
                        version: number;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "csv" | "fhir";
                            name: string;
                            /** @enum {string} */
                            status: "uploaded" | "running" | "done" | "failed" | "cancelled";
                            encoding: string;
                            encodingAssumed: boolean;
                            groupId: string | null;
                            atomic: boolean;
                            bytesTotal: number;
                            bytesDone: number;
                            rowsRead: number;
                            created: number;
                            unchanged: number;
                            updated: number;
                            failed: number;
                            others: number;
                            contacts: number;
                            unassigned: {
                                [key: string]: number;
                            };
                            createdAt: string;
                            startedAt: string | null;
                            finishedAt: string | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "csv" | "fhir";
                        name: string;
                        /** @enum {string} */
                        status: "uploaded" | "running" | "done" | "failed" | "cancelled";
                        encoding: string;
                        encodingAssumed: boolean;
                        groupId: string | null;
                        atomic: boolean;
                        bytesTotal: number;
                        bytesDone: number;
                        rowsRead: number;
                        created: number;
                        unchanged: number;
                        updated: number;
                        failed: number;
                        others: number;
                        contacts: number;
                        unassigned: {
                            [key: string]: number;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping?: (string | null)[];
                    /** Format: uuid */
                    groupId?: string;
                    facilityId?: string | null;
                    /** @default false */
                    atomic?: boolean;
                    /** @enum {string} */
                    delimiter?: "," | ";" | "\t" | "|";
                    /**
                     * @default mdy
                     * @enum {string}
                     */
                    dateOrder?: "mdy" | "dmy" | "ymd";
                    /** @enum {string} */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                    /** @enum {string} */
                    kind?: "person" | "organisation";
                    /** @default US */
                    region?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            index: number;
                            name: string;
                            samples: string[];
                            suggestion: string | null;
                        }[];
                        fields: {
                            name: string;
                            label: string;
                            class: string;
                            required: boolean;
                        }[];
                        rows: {
                            row: number;
                            cells: string[];
                            errors: {
                                field?: string;
                                reason: string;
                            }[];
                            warnings: {
                                field?: string;
                                reason: string;
                            }[];
                        }[];
                        errorSample: {
                            field?: string;
                            reason: string;
                            row: number;
                        }[];
                        problems: string[];
                        counts: {
                            rows: number;
                            errors: number;
                            warnings: number;
                            complete: boolean;
                            types?: {
                                [key: string]: number;
                            };
                        };
                        delimiter?: string;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mapping?: (string | null)[];
                    /** Format: uuid */
                    groupId: string;
                    facilityId?: string | null;
                    /** @default false */
                    atomic?: boolean;
                    /** @enum {string} */
                    delimiter?: "," | ";" | "\t" | "|";
                    /**
                     * @default mdy
                     * @enum {string}
                     */
                    dateOrder?: "mdy" | "dmy" | "ymd";
                    /** @enum {string} */
                    encoding?: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
                    /** @enum {string} */
                    kind?: "person" | "organisation";
                    /** @default US */
                    region?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "csv" | "fhir";
                        name: string;
                        /** @enum {string} */
                        status: "uploaded" | "running" | "done" | "failed" | "cancelled";
                        encoding: string;
                        encodingAssumed: boolean;
                        groupId: string | null;
                        atomic: boolean;
                        bytesTotal: number;
                        bytesDone: number;
                        rowsRead: number;
                        created: number;
                        unchanged: number;
                        updated: number;
                        failed: number;
                        others: number;
                        contacts: number;
                        unassigned: {
                            [key: string]: number;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "csv" | "fhir";
                        name: string;
                        /** @enum {string} */
                        status: "uploaded" | "running" | "done" | "failed" | "cancelled";
                        encoding: string;
                        encodingAssumed: boolean;
                        groupId: string | null;
                        atomic: boolean;
                        bytesTotal: number;
                        bytesDone: number;
                        rowsRead: number;
                        created: number;
                        unchanged: number;
                        updated: number;
                        failed: number;
                        others: number;
                        contacts: number;
                        unassigned: {
                            [key: string]: number;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsIdErrors: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            file: string | null;
                            row: number | null;
                            field: string | null;
                            reason: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "csv" | "fhir";
                        name: string;
                        /** @enum {string} */
                        status: "uploaded" | "running" | "done" | "failed" | "cancelled";
                        encoding: string;
                        encodingAssumed: boolean;
                        groupId: string | null;
                        atomic: boolean;
                        bytesTotal: number;
                        bytesDone: number;
                        rowsRead: number;
                        created: number;
                        unchanged: number;
                        updated: number;
                        failed: number;
                        others: number;
                        contacts: number;
                        unassigned: {
                            [key: string]: number;
                        };
                        createdAt: string;
                        startedAt: string | null;
                        finishedAt: string | null;
                        error: {
                            code: string;
                            message: string;
                        } | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsIdUnassigned: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            type: string;
                            label?: string;
                            date?: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsIdUnassignedResourceId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        type: string;
                        label?: string;
                        date?: string;
                        resource: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsIdExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    format: "fhir" | "pdf";
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postClientsExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "csv";
                    purpose: string;
                    /** Format: uuid */
                    groupId?: string;
                    /** Format: uuid */
                    facilityId?: string;
                    /** @enum {string} */
                    kind?: "person" | "organisation";
                    tag?: string;
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                actorId?: string;
                action?: string;
                objectType?: string;
                objectId?: string;
                outcome?: "done" | "refused" | "failed";
                sessionId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description ISO 8601; null when the event is unreadable */
                            time: string | null;
                            /** @description Its place in the log; null for the second until it has one */
                            leafIndex: number | null;
                            /** @description The event is not as the log has it. Export and verify the log. */
                            tampered: boolean;
                            actor: {
                                id: string | null;
                                name: string;
                                kind: string;
                                tokenId?: string;
                                osUser?: string;
                            };
                            action: string;
                            changed: boolean;
                            object: {
                                type: string;
                                id: string | null;
                                label?: string;
                            } | null;
                            objectCount: number;
                            classes: string[];
                            outcome: string;
                            reason: string | null;
                            purpose: string | null;
                            /** @description There is a typed text that this reader may not see */
                            textHidden: boolean;
                            ip: string | null;
                            sessionId: string | null;
                            screen: string | null;
                            facts: {
                                [key: string]: string | number | boolean | null;
                            };
                            changes?: {
                                field: string;
                                class: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note") | null;
                                from?: unknown;
                                to?: unknown;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClientsIdHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description ISO 8601; null when the event is unreadable */
                            time: string | null;
                            /** @description Its place in the log; null for the second until it has one */
                            leafIndex: number | null;
                            /** @description The event is not as the log has it. Export and verify the log. */
                            tampered: boolean;
                            actor: {
                                id: string | null;
                                name: string;
                                kind: string;
                                tokenId?: string;
                                osUser?: string;
                            };
                            action: string;
                            changed: boolean;
                            object: {
                                type: string;
                                id: string | null;
                                label?: string;
                            } | null;
                            objectCount: number;
                            classes: string[];
                            outcome: string;
                            reason: string | null;
                            purpose: string | null;
                            /** @description There is a typed text that this reader may not see */
                            textHidden: boolean;
                            ip: string | null;
                            sessionId: string | null;
                            screen: string | null;
                            facts: {
                                [key: string]: string | number | boolean | null;
                            };
                            changes?: {
                                field: string;
                                class: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note") | null;
                                from?: unknown;
                                to?: unknown;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTicketsIdHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @description ISO 8601; null when the event is unreadable */
                            time: string | null;
                            /** @description Its place in the log; null for the second until it has one */
                            leafIndex: number | null;
                            /** @description The event is not as the log has it. Export and verify the log. */
                            tampered: boolean;
                            actor: {
                                id: string | null;
                                name: string;
                                kind: string;
                                tokenId?: string;
                                osUser?: string;
                            };
                            action: string;
                            changed: boolean;
                            object: {
                                type: string;
                                id: string | null;
                                label?: string;
                            } | null;
                            objectCount: number;
                            classes: string[];
                            outcome: string;
                            reason: string | null;
                            purpose: string | null;
                            /** @description There is a typed text that this reader may not see */
                            textHidden: boolean;
                            ip: string | null;
                            sessionId: string | null;
                            screen: string | null;
                            facts: {
                                [key: string]: string | number | boolean | null;
                            };
                            changes?: {
                                field: string;
                                class: ("contact" | "demographic" | "identifier" | "clinical" | "financial" | "note") | null;
                                from?: unknown;
                                to?: unknown;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditSessions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sessionId: string;
                            userId: string;
                            userName: string;
                            startedAt: string;
                            lastEventAt: string | null;
                            endedAt: string | null;
                            ip: string | null;
                            userAgent: string | null;
                            events: number;
                            changed: number;
                            refused: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditSessionsIdScreens: {
        parameters: {
            query?: {
                format?: "json" | "csv";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        session: {
                            id: string;
                            userId: string | null;
                            userName: string;
                        };
                        items: {
                            startedAt: string;
                            endedAt: string;
                            screen: string;
                            object: {
                                type: string;
                                id: string | null;
                                label?: string;
                            } | null;
                            actions: string[];
                            events: number;
                            objectCount: number;
                            changed: boolean;
                            refused: boolean;
                            tampered: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        origin: string;
                        verifierKey: string;
                        checkpoint: string | null;
                        size: number;
                        at: string | null;
                        /** @description Events that wait for their place in the log */
                        waiting: number;
                        /** @description Why nothing is signed just now */
                        trouble: ("rolled-back" | "rewritten" | "state-damaged") | null;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEventsIdProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        leafIndex: number;
                        leaf: string;
                        leafHash: string;
                        proof: string[];
                        size: number;
                        checkpoint: string;
                        /** @description Whether the proof holds; compute it yourself from leaf, proof and checkpoint */
                        holds: boolean;
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rootKeys: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            wraps: number;
                        }[];
                        keks: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            rootKeyId: string;
                            wraps: number;
                        }[];
                        deks: {
                            total: number;
                            destroyed: number;
                            behind: number;
                            byKek: {
                                [key: string]: number;
                            };
                        };
                        rewrap: {
                            running: boolean;
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKeysRotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rootKeys: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            wraps: number;
                        }[];
                        keks: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            rootKeyId: string;
                            wraps: number;
                        }[];
                        deks: {
                            total: number;
                            destroyed: number;
                            behind: number;
                            byKek: {
                                [key: string]: number;
                            };
                        };
                        rewrap: {
                            running: boolean;
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKeysRewrap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rootKeys: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            wraps: number;
                        }[];
                        keks: {
                            id: string;
                            createdAt: string;
                            active: boolean;
                            rootKeyId: string;
                            wraps: number;
                        }[];
                        deks: {
                            total: number;
                            destroyed: number;
                            behind: number;
                            byKek: {
                                [key: string]: number;
                            };
                        };
                        rewrap: {
                            running: boolean;
                            done: number;
                            total: number;
                        };
                    };
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
