/** Ids of all beats, without their data: for screens, which need no models. In the order of BEATS (a test compares them). */
export const BEAT_IDS = ['cybersecurity', 'space-defence'] as const;
