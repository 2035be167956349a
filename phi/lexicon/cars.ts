import { STOP, wordSet } from './words.ts'

/** Kinds, makers and models of cars that people drive. */
export const CARS = wordSet(
  `car cars automobile paratransit ambulette medivan drives truck trucks van vans suv sedan pickup minivan vehicle vehicles motorcycle jeep coupe hatchback wagon camper rv parked towed tow towing drove carro carros coche coches camioneta camion troca vehiculo minibus limo rig
  toyota honda ford chevy chevrolet nissan hyundai kia subaru mazda volkswagen vw bmw audi mercedes lexus acura dodge gmc buick cadillac chrysler tesla volvo mitsubishi infiniti
  corolla camry civic accord altima sentra rogue crv rav4 f150 silverado tacoma tundra prius odyssey sienna explorer escape focus fusion malibu equinox impala outback forester impreza elantra sonata tucson sorento soul jetta passat wrangler cherokee caravan highlander pilot murano pathfinder mustang charger challenger durango wrangler gladiator renegade trailblazer traverse tahoe suburban yukon sierra bronco maverick taurus fiesta ecosport kona venza 4runner highlander yaris avalon prowler ridgeline armada xterra juke optima forte k5 telluride seltos sedona stinger palisade ioniq veloster tiguan golf crosstrek ascent cx5 mx5 miata cx9 mazda3 outlander mirage lancer escalade enclave lacrosse lesabre mkz pacifica sebring scooter moped motorhome uhaul
  harley davidson yamaha kawasaki suzuki ducati vespa porsche jaguar rivian lucid polestar fiat alfa saab scion pontiac oldsmobile hummer isuzu peterbilt kenworth freightliner ranger expedition aviator continental envision acadia cruze trax venue carnival niro cadenza versa ariya sequoia matrix celica solara chr hrv brz wrx solterra cx30 cx50 rx350 es350 gx460 rdx mdx tlx ilx model3 modely sprinter transit econoline lpr alpr anpr`,
  STOP.ahead,
)
