/** Names of units in Recognizers-Text, and what our records call them. */
const units: Readonly<Record<string, string>> = {
  Meter: "m",
  Kilometer: "km",
  Centimeter: "cm",
  Millimeter: "mm",
  "Square kilometer": "km2",
  "Square meter": "m2",
  Hectare: "ha",
  Mu: "mu",
  "Cubic meter": "m3",
  Ton: "t",
  Kilogram: "kg",
  Gram: "g",
  Milligram: "mg",
  Microgram: "ug",
  Liter: "L",
  "Kilometer per hour": "km/h",
  Watt: "W",
  Kilowatt: "kW",
  "Kilowatt-hour": "kWh",
  "Chinese yuan": "CNY",
  "United States dollar": "USD",
  Dollar: "USD",
  Euro: "EUR",
  "Hong Kong dollar": "HKD",
};

/** 单位. The unit as our records write it; the given name where there is no other. */
export const recognizerUnit = (name: string): string => units[name] ?? name;
