import { describe, expect, it } from 'vitest';
import {
  COMPLAINT_BOUNDS,
  COMPLAINT_CATEGORIES,
  complaintTransition,
  validateComplaint,
} from '../../../src/domain/orders/complaint.js';
import type { ComplaintEvent, ComplaintStatus } from '../../../src/domain/orders/types.js';

const complaint = { category: 'price', text: '价格与合同不符', contact: '13800000000' };

describe('validateComplaint', () => {
  it('trims what it accepts', () => {
    expect(validateComplaint({ ...complaint, text: ` ${complaint.text}\n` })).toEqual({
      ok: true,
      complaint,
    });
  });

  it.each(COMPLAINT_CATEGORIES)('knows the category %s', (category) => {
    expect(validateComplaint({ ...complaint, category }).ok).toBe(true);
  });

  it('reports everything at once', () => {
    expect(
      validateComplaint({ category: 'toString', text: ' ', contact: 'x'.repeat(101) }),
    ).toEqual({
      ok: false,
      issues: [
        { code: 'out-of-range', field: 'category' },
        { code: 'missing', field: 'text' },
        { code: 'too-long', field: 'contact', max: COMPLAINT_BOUNDS.contact },
      ],
    });
  });

  it('allows exactly the longest text', () => {
    const text = '诉'.repeat(COMPLAINT_BOUNDS.text);
    expect(validateComplaint({ ...complaint, text }).ok).toBe(true);
    expect(validateComplaint({ ...complaint, text: `${text}。` }).ok).toBe(false);
  });
});

describe('complaintTransition', () => {
  it('goes from filed over answered to closed, and no other way', () => {
    const statuses: ComplaintStatus[] = ['filed', 'answered', 'closed'];
    const events: ComplaintEvent[] = ['answer', 'close'];
    const moves = statuses.flatMap((status) =>
      events.map((event) => `${status} ${event} ${complaintTransition(status, event)}`),
    );
    expect(moves).toEqual([
      'filed answer answered',
      'filed close null',
      'answered answer answered',
      'answered close closed',
      'closed answer null',
      'closed close null',
    ]);
  });
});
