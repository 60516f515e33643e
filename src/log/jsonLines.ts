import { TraceText } from '../trace/traceText.ts';
import type { Format } from './format.ts';

/** The canonical trace. With all facts of a run its bytes are those of `understudy run --trace`. */
export const jsonLines: Format = {
  id: 'json-lines',
  title: 'JSON Lines',
  extension: 'jsonl',
  type: 'application/x-ndjson',
  writer: (plan) => {
    const text = new TraceText(plan);
    return {
      begin: () => text.header,
      fact: (_w, words, i, seq) => text.line(words, i, seq),
      end: () => '',
    };
  },
};
