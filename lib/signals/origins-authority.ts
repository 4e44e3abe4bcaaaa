/** Names under which states and their courts publish; what stands there is a primary document. */
const AUTHORITY =
  /(?:^|\.)(?:gov|mil)$|(?:^|\.)(?:gov|gob|gouv|govt|go|gc|mil|police|nhs|parliament|judiciary|courts?)\.[a-z]{2}$|(?:^|\.)(?:europa\.eu|admin\.ch|bund\.de|gov\.[a-z]{2,4}|curia\.europa\.eu|interpol\.int|nato\.int|un\.org|supremecourt\.uk|judiciary\.uk|parliament\.uk|police\.uk|ico\.org\.uk|canada\.ca|government\.nl|bundestag\.de|gouv\.fr)$/;

/** @param host lower case, without "www." */
export const isAuthorityHost = (host: string): boolean => AUTHORITY.test(host);
