import { describe, expect, it } from 'vitest';
import { type Audit, auditLine, auditOf } from '../../scripts/release/audit';

describe('the audit of a release', () => {
  it.each<[string, string, Audit['is'], RegExp]>([
    ['without a finding', '{"auditReportVersion":2,"vulnerabilities":{}}', 'clean', /no known/],
    [
      'with one',
      '{"auditReportVersion":2,"vulnerabilities":{"idb":{"name":"idb","severity":"high"}}}',
      'vulnerable',
      /VULNERABLE: idb \(high\)/,
    ],
    [
      'that the registry refuses',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      'not-available',
      /NOT AVAILABLE.*405.*Nothing was audited/,
    ],
    ['that says nothing', '', 'not-available', /NOT AVAILABLE/],
    ['that is no report', '{}', 'not-available', /NOT AVAILABLE/],
  ])('%s is said plainly', (_, printed, is, line) => {
    expect(auditOf(printed).is).toBe(is);
    expect(auditLine(auditOf(printed))).toMatch(line);
  });
});
