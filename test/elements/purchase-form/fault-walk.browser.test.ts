import { FAULTS } from '../../helpers/faulty-backend.js';
import { EACH_KIND, FLOWS } from './fault-flows.js';
import { walk } from './fault-walk.js';

// Which error a code stands for is the same in every engine: one of them walks all, the others each kind.
const WALKED = navigator.userAgent.includes('Chrome/') ? FAULTS : EACH_KIND;

describe('purchase-form: every request of every flow, gone wrong in every way', () => {
  for (const flow of FLOWS) {
    describe(flow.name, () => {
      for (const name of flow.requests) {
        for (const fault of flow.faults ?? WALKED) {
          it(`${name}: ${fault}`, () => walk(flow, name, fault));
        }
      }
    });
  }
});
