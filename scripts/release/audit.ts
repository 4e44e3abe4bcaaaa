/** What `npm audit --json` says of the packages that are bundled: a registry that answers no audit is never taken for a clean one. */
import { spawnSync } from 'node:child_process';

export type Audit =
  | { readonly is: 'clean' }
  /** Names with their severity, as npm has it. */
  | { readonly is: 'vulnerable'; readonly packages: readonly string[] }
  | { readonly is: 'not-available'; readonly why: string };

/** @param printed by `npm audit --json`: a report (version 2), or an error of the registry */
export function auditOf(printed: string): Audit {
  let report: { message?: unknown; vulnerabilities?: Record<string, { severity?: string }> };
  try {
    report = JSON.parse(printed) as typeof report;
  } catch {
    return { is: 'not-available', why: 'npm printed no report' };
  }
  if (report.vulnerabilities === undefined) return { is: 'not-available', why: String(report.message ?? 'no report') };
  const packages = Object.entries(report.vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
  return packages.length > 0 ? { is: 'vulnerable', packages } : { is: 'clean' };
}

/** One line for whoever publishes. */
export function auditLine(audit: Audit): string {
  switch (audit.is) {
    case 'clean':
      return 'npm audit: no known vulnerability in what is bundled';
    case 'vulnerable':
      return `npm audit: VULNERABLE: ${audit.packages.join(', ')}`;
    case 'not-available':
      return `npm audit: NOT AVAILABLE here (${audit.why}). Nothing was audited: run "npm audit --omit=dev" where the registry answers, before publishing`;
  }
}

/** Audits what is bundled, by the lock file of a folder. */
export function auditAt(folder: string): Audit {
  return auditOf(spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: folder, encoding: 'utf8' }).stdout ?? '');
}
