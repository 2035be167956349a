/** Words by what they say about their surroundings. Each line of a list is one idea; `rules/` says what it does. */
export const MONTHS = `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic`

/** Month number by word. */
export const MONTH_NUMBER: Record<string, number> = Object.fromEntries(
  [
    'january jan enero ene',
    'february feb febrero',
    'march mar marzo',
    'april apr abril abr',
    'may mayo',
    'june jun junio',
    'july jul julio',
    'august aug agosto ago',
    'september sep sept septiembre setiembre',
    'october oct octubre',
    'november nov noviembre',
    'december dec diciembre dic',
  ].flatMap((words, i) => words.split(' ').map((w) => [w, i + 1])),
)

export const TITLES = 'mr mrs ms miss mx sr sra srta señor señora señorita don doña madam master mister'
export const PROVIDER_TITLES =
  'dr drs doctor doctora prof professor nurse np pa rn officer rabbi pastor pharmacist hygienist phlebotomist sonographer technologist paramedic dietitian dietician nutritionist'
export const CREDENTIALS =
  'md do rn np pa lpn lvn cna crna phd psyd dds dmd dpm od pharmd rph dpt pt-dpt ot lcsw lmft lpc msw bsn msn fnp aprn arnp facp facs facc pac cpc rhia rhit cma rma ma mba mph cissp ccna esq jd cpa phr'
export const PARTICLES =
  'des de la las los del da das do dos di du van von der den ter bin ibn bint al el ben bat abu st san mac mc y e la le'

export const STREETS = `street st avenue ave av road rd drive dr lane ln boulevard blvd court ct place pl way terrace ter circle cir parkway pkwy highway hwy
close grove gardens knoll spur bluff meadows trail trl square sq loop plaza plz crescent cres alley aly row run path pike turnpike tpke ridge rdg hill hollow point pt crossing xing expressway expy freeway fwy bend cove cv creek glen landing manor mnr mews pass ramp view walk commons heights hts`
/** Street words that stand before the name, as in Spanish. */
export const STREETS_FIRST =
  'calle avenida camino carretera paseo calz calzada via rua rue urb urbanizacion avda'
export const UNITS =
  'apt apartment unit suite ste bsmt basement int room rm floor fl bldg building lot trailer trlr piso apto depto departamento interior'
export const DIRECTIONS = 'n s e w ne nw se sw north south east west northeast northwest southeast southwest'

export const STATE_CODES =
  'al ak az ar ca co ct de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa pr ri sc sd tn tx ut va vt wa wi wv wy dc'
export const STATE_NAMES =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont washington wisconsin wyoming'

export const CITIES = `aberdeen abilene akron albany albuquerque alexandria allentown amarillo anaheim anchorage annapolis asheville ashland atlanta augusta aurora austin bakersfield baltimore bangor baton beaumont bellevue bellingham berkeley billings biloxi birmingham bismarck bloomington boise boston boulder bozeman brattleboro
bridgeport bronx brooklyn brownsville buffalo burbank burlington camden canton carlsbad carson cedar chandler charleston charlotte chattanooga chesapeake cheyenne chicago cincinnati clarksville clearwater cleveland columbia columbus compton concord corpus dallas danbury davenport dayton dearborn decatur denton denver detroit dover dublin dubuque duluth durham elgin elizabeth elkhart
erie escondido eugene evanston evansville everett fairbanks fairfield fargo fayetteville flagstaff flint fontana frederick fremont fresno fullerton gainesville galveston gary gilbert glendale greeley greensboro greenville gresham gulfport hampton harrisburg hartford hattiesburg hayward hialeah hoboken hollywood honolulu houston huntsville indianapolis irvine irving ithaca jackson jacksonville joliet
juneau kalamazoo kenosha killeen kingsport knoxville lafayette lakeland lakewood lancaster lansing laredo lawrence lexington lima lincoln littleton longview lorain louisville lowell lubbock lynchburg macon madison manchester mankato marietta marysville medford memphis mesa miami midland milwaukee minneapolis missoula mobile modesto monroe monterey montgomery montpelier morgantown muncie murfreesboro nashua nashville naperville newark newport
norfolk norwalk oakland ocala odessa ogden olympia omaha ontario orlando oxnard palmdale pasadena paterson pensacola peoria philadelphia phoenix pittsburgh plano pocatello pomona portland poughkeepsie providence provo pueblo queens racine raleigh reading redding redmond reno richmond riverside roanoke rochester rockford roswell sacramento saginaw salem salinas sarasota savannah schenectady scottsdale scranton seattle shreveport
spokane springfield stamford stockton sunnyvale syracuse tacoma tallahassee tampa tempe toledo topeka torrance trenton troy tucson tulsa tuscaloosa tyler utica vallejo vancouver visalia waco warwick waterbury waterloo westerville wheeling wichita wilmington winston woonsocket worcester yakima yonkers youngstown yuma zanesville
altoona amherst appleton arcadia ardmore arlington artesia asheboro ashtabula astoria athens bartlesville bastrop batavia bayonne beaverton beckley bedford bellefontaine beloit bemidji bethesda bethlehem bisbee blackfoot bluefield
bogalusa bradenton brainerd branson bremerton brockport brockton brookings brunswick burgaw butte calexico canandaigua carbondale caribou cassville catskill champaign chehalis chesterfield chillicothe chico chinle clarksburg
clovis colchester corning cortland corvallis covington crossville cullman cumberland dahlonega danville defiance deland delano delray deming dothan dubois dunkirk durango eastport edwardsville effingham elkins ellensburg elmira
elyria emporia enid escanaba eufaula eureka farmington findlay fitchburg fostoria framingham frankfort fredericksburg freeport gadsden gallipolis gallup galesburg ganado gettysburg gillette goldsboro grafton granbury grinnell
guymon hagerstown hamtramck hanford hannibal harlingen harrisonburg hazleton hermiston hibbing hilo hobbs holbrook holyoke hopkinsville houma houghton hutchinson ironton ironwood jamestown jonesboro joplin kahului kearney
kennewick kettering kingman kinston kirksville klamath kodiak kokomo laconia laramie leesburg leominster lewiston lewistown lihue littlefield lockport lompoc longmont ludington lucedale lufkin lumberton macomb marinette marquette
marshalltown martinsburg martinsville massena mattoon mcallen mcalester mebane menominee merced methuen metairie minot moab mobridge monett montrose moorhead morristown moultrie muscatine muskegon muskogee nacogdoches nampa
natchez natchitoches neenah nogales norristown oberlin oconomowoc oelwein ogallala okmulgee oneonta opelousas oroville oshkosh oswego ottumwa owensboro owosso paducah pahrump painesville palatka paragould parkersburg pascagoula
pasco patchogue payson pekin pendleton petersburg petoskey pikeville piqua pittsfield placerville plattsburgh pocahontas ponca poteau portales portsmouth pottstown pottsville prescott rexburg rhinelander rolla roseburg ruidoso
ruston rutland salisbury sallisaw sandpoint sandusky saranac scottsbluff scottsboro searcy sebring sedalia sedona seneca shamokin shawnee sheboygan shelbyville shiprock sikeston silsbee sitka skowhegan smyrna socorro sonora
spearfish starkville statesboro statesville staunton steubenville stillwater stroudsburg sumter sunbury talladega taos tecumseh texarkana thibodaux thomasville tifton tillamook tiffin toccoa tonopah tooele towanda tularosa
tullahoma tupelo turlock tuskegee ukiah uniontown urbana uvalde valdosta valparaiso vernal vicksburg victorville vidalia vincennes vineland wahpeton wailuku wapakoneta warrensburg watertown waukegan waukesha wausau waycross
waynesboro weirton wenatchee weslaco willmar winnemucca winona winslow wooster xenia yankton ypsilanti yreka cañon keene`

/** After or within a name these make it one of a company, place or product. */
export const ORGS = `counseling counselling behavioral behavioural psychiatry wellness orthodontics chiropractic optometry dentistry inc llc llp corp corporation company co ltd gmbh plc clinic clinics hospital hospitals health healthcare medical medicine center centre centers group associates partners partnership foundation institute university college school academy church
bank insurance pharmacy pharmacies pharma labs laboratory laboratories lab dental dentistry orthopedics pediatrics cardiology dermatology radiology imaging urology oncology ophthalmology surgery surgical physicians practice hospice rehab rehabilitation nursing care systems solutions services software technologies technology tech networks network
communications industries international holdings consulting logistics supply controls motors airlines hotel inn suites restaurant memorial general regional community county parish borough township department dept office team agency association society council committee board trust fund union press publishing times journal plaza tower towers mall bridge airport station stadium park avenue street award prize
analytics plastics mining linen depot healthineers roofing trucking orthopaedics omnicell plumbing electric landscaping catering university hospice wing ward campus facility manor village estates hall labs edition pro plus suite series model router switch server app portal`

export const INFRA = `router routers switch switches firewall server servers printer printers firmware gateway vlan subnet dns dhcp vpn interface interfaces nic ethernet lan wan wifi ssid port ports host hostname hosts netmask ping traceroute nmap syslog daemon kernel driver drivers install installer patch
reboot rebooted toner workstation workstations laptop laptops desktop monitor dock docking rack ups raid snapshot hypervisor vm vms vmware datacenter cluster node nodes container docker kubernetes nginx apache iis tls ssl openssl sshd ssh rdp smb ldap kerberos api endpoint http https tcp udp icmp
exception stacktrace stack trace debug warn error errno segfault timeout deploy deployed deployment build builds release released changelog commit branch repository repo git npm pip sdk version versions vendor sku warranty asset switchport uplink throughput bandwidth latency packet packets bgp ospf nat acl loopback backup backups restore disk ssd hdd cpu ram bios meraki cisco fortinet ubiquiti sonicwall printserver microsoft windows adobe dell lenovo thinkpad hewlett epson xerox ricoh lexmark logitech teams azure godaddy comcast toner cartridge inventory hillrom stryker tv television chiller freezer fridge elevator boiler thermostat autoclave projector contractor firmware biomed intellivue carescape scanner barcode mac snmp smtp imap exchange spf dkim dmarc mfa sso okta entra mailbox mailboxes sharepoint onedrive citrix veeam sophos intune bitlocker sip voip pbx trunk codec phishing antivirus`

/** What a date, number or version beside them belongs to is a thing, not a person. */
export const THINGS = `stats statistics inventory transcript transcription effective processed rcvd eff log logs push synced banner live version versions ver release released releases build builds changelog firmware patch patched updated update updates upgraded installed copyright published revision rev expires expiring expiration renewal renews invoice invoiced invoices due po order ordered shipped shipment delivery delivered eta deadline milestone sprint
maintenance window warranty purchased purchase license licenses backup backups outage deployed launch launched modified created uploaded logged timestamp generated printed contract fiscal holiday training webinar tracking sku part serial model catalog item qty quote batch lot cve kb advisory bulletin`

export const KIN = `mother father mom mum dad son daughter wife husband spouse brother sister parent guardian grandmother grandfather grandson granddaughter aunt uncle niece nephew partner caregiver madre padre mama papa hijo hija esposo esposa hermano hermana abuela abuelo tutor
kid kids sons daughters twins nino nina infant baby newborn twin boy girl dtr dau sis bro hubs parents siblings sibs grandparents grandbaby grandkid grandkids nana granny grandad granddad auntie abuelita abuelito tia tio nieta nieto suegra suegro cuñada cuñado sobrina sobrino stepmother stepfather fiance fiancee hubby mommy mommys daddy grandma grandpa stepson stepdaughter sibling cousin`
export const PATIENTS =
  'proband pte patient patients pt pts paciente pacientes resident inpatient outpatient beneficiary subscriber enrollee insured policyholder decedent deceased client claimant dependent'
export const CARE = `retina retinal epro ediary randomized phlebotomy chaplain foley restraints bedside wic appointment appointments appt appts visit visits clinic exam discharge discharged admitted admission admit referral referred prescription prescriptions rx refill refills diagnosis diagnosed dx hx symptoms symptom lab labs results surgery treatment therapy medication medications meds dose dosage chart charting copay coinsurance
expediente expedientes vacunas medicina medicamento medicamentos consulta urgencias hospitalizado enfermedad enfermo enferma terapia dialisis convulsiones embarazo embarazada radiografia ultrasonido icd aicd holter medtronic implant implanted implants lvad glucometer omnipod minimed resmed prosthetic catheter shunt nebulizer ventilator newborn birth nursery neonate deductible claim claims denied denial eob authorization preauthorization preauth medicare medicaid hospitalized hospital icu er ed inpatient physician provider doctor nurse specimen pathology radiology biopsy vitals allergies allergic immunization immunizations vaccine vaccinated pharmacy cita receta medico doctor clinica hospital seguro alergias vacuna tratamiento sintomas resultados cirugia encounter mychart intake triage bedside rounds consult hospice telehealth care nursing wristband shot shots meds pregnant nicu maternity bipap dme doula mammogram bed beds strep mono rash nurse midwife dental dentist orthodontist optometrist clinician surgeon prescribe prescribed insurance maternity postpartum anesthesia labor hospitalist cardiologist psychiatrist therapist counselor dispensed chemo stitches opioid opiates uds census disability wheelchair walker oxygen dnr biopsy chemotherapy dialysis transfusion ehr consent immunizations psych psychiatric rehab discharged inpatients outpatients mrn dob ssn mbi obgyn derm ortho cardio neuro podiatry endo gastro peds optometry audiology dme npo nkda bp vitals cath aetna cigna humana anthem kaiser bcbs tricare uhc medi-cal molina centene wellcare ambetter highmark caresource eyemed vsp medicaid dementia pacemaker defibrillator cochlear prosthetic prosthesis cpap stent dexcom cgm glucometer superbill guarantor labs mammo checkup immunized clinicals snf ems follow-up followup pcp ehr emr mpi empi`
export const STAFF = `mgr ciso cmio cno cmo courier candidate technician tech engineer administrator admin manager director supervisor coordinator receptionist analyst specialist consultant developer representative rep clerk biller coder officer ceo cio cto cfo coo vp president assistant secretary intern scheduler dispatcher agent operator founder accountant attorney buyer planner trainer recruiter helpdesk adjuster assignee scribe janitor installer broker counsel paralegal`
export const CLOSERS =
  'regards sincerely cheers thanks thank best respectfully cordially yours gracias atentamente saludos warmly rgds thx'
export const GREETINGS = 'hi hello hey dear good hola estimado estimada buenos buenas morning afternoon'
export const PERSON_VERBS = `called calls calling says said states stated reports reported presented presents complains complained denies denied requested requests arrived asked wants wanted needs came went missed cancelled canceled rescheduled phoned emailed visited signed died passed lives lived moved takes took underwent tested received gave confirmed has had is was will would llamo dice tiene necesita quiere vino`
export const ASSIGNERS =
  'implementer implementor reviewer submitter assigned technician opened approved reviewed escalated handled resolved closed created reported submitted requested author owner assignee agent tech approver requester sender attn regards signed by prepared entered updated logged from cc bcc'
export const SERVICE_CUES = `admitted admit admission discharged discharge seen visit visited dos service appointment appt surgery operated procedure collected collection drawn died death deceased expired hospitalized diagnosed onset injury accident delivered delivery birth exam examined evaluated presented treated encounter
scheduled rescheduled vaccinated immunized dose administered started stopped transferred readmitted scan mri xray biopsy consult follow-up followup lmp edd intubated extubated infusion filled refilled dispensed prescribed tested swab taken imaged cita visto ingreso ingresado alta cirugia fallecio arrived checkup physical mammogram colonoscopy screening ultrasound echo dialysis chemo`
export const BIRTH_CUES = 'born dob birthday birthdate birth nacio nacido nacida nacimiento fdn b/d bday'
export const FIRST_PERSON = 'my me i mine mi mis soy'
export const IMPLANTS = `pacemaker defibrillator icd implant implanted pump cpap bipap stent prosthesis prosthetic insulin dexcom glucose cgm ventilator catheter stimulator shunt mesh graft recorder zio fitbit scooter walker denture femoral acetabular tibial fixator wearable trilogy respironics medela stim scs neurostimulator cochlear iol holter wheelchair concentrator nebulizer medtronic omnipod freestyle libre glucometer aicd lvad dialyzer vac hearing biotronik tandem minimed resmed socket`
export const WEBMAIL =
  'gmail googlemail yahoo ymail hotmail outlook live msn aol icloud me mac comcast verizon att sbcglobal bellsouth cox charter earthlink protonmail proton gmx mail zoho fastmail rocketmail juno optonline frontier'
export const ROLE_MAILBOXES = `support info help helpdesk noreply no-reply reply donotreply intake admin administrator billing sales contact office service servicedesk it security privacy compliance notifications notification alerts alert postmaster webmaster hr jobs careers marketing team frontdesk reception scheduling appointments referrals records fax faxes accounts accounting ap ar orders hello feedback news newsletter root mailer daemon bounce abuse ops noc tickets ticket vendor invoices invoice payroll training status updates monitoring backup scan scanner printer refill refills leave leaves room rooms statements oncall on-call interface interfaces direct alertes portal portalteam clinicteam lab labs pharmacy registration credentialing dispatch warehouse receiving shipping purchasing procurement facilities biomed radiology pacs hris benefits claims appeals eligibility enrollment remit remittance lockbox customerservice customercare memberservices members providers relations press media events workshop education library learning transcription dictation medrecords medicalrecords him roi legal risk quality safety infection cardio cardiology nursing triage callcenter operator main mainoffice dl noc soc infosec phishing spam quarantine digest survey surveys system systems server service-desk meter meters casemgmt casemanagement caremgmt utilization priorauth preauth ltcclaims rxclaims nbs newbornscreening`
