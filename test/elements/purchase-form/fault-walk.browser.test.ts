import { WALKED } from '../../helpers/faulty-backend.js';
import { FLOWS } from './fault-flows.js';
import { walk } from './fault-walk.js';

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
