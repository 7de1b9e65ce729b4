// Searches a site that Carrel made. Needs no server and no network: everything is in search-index.js and its parts beside it.
'use strict';
(() => {
  const data = globalThis.carrelSearch;
  const [part, query, count, found] = ['search', 'query', 'count', 'found'].map((id) =>
    document.getElementById(id),
  );
  if (!data || !part) return;

  const most = 100;
  const fold = (text) =>
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll(/[’']/g, '');
  const wordsIn = (text) =>
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  // A row: title, address, kind, numbers of the topics it is in, text, and more texts to look in.
  const collect = () => {
    const parts = Object.assign({}, ...data.parts);
    const topics = data.topics.map(([title, address], index) => {
      const [kind, text, entries] = parts[address] ?? ['', '', []];
      return { row: [title, address, kind, [index], text, ''], index, entries };
    });
    const known = new Map();
    for (const { index, entries } of topics)
      for (const [key, title, address, kind, text] of entries) {
        // What stands in several topics is found once.
        const before = known.get(key);
        if (before === undefined) known.set(key, [title, address, kind, [index], text, '']);
        else {
          if (before[3].at(-1) !== index) before[3].push(index);
          if (before[4] !== text) before[5] += ` ${text}`;
        }
      }
    return [...topics.map(({ row }) => row), ...known.values()];
  };

  let folded = null;
  const rows = () =>
    (folded ??= collect().map((row) => {
      const title = ` ${wordsIn(row[0]).join(' ')}`;
      return { row, title, all: `${title} ${wordsIn(`${row[2]} ${row[4]} ${row[5]}`).join(' ')}` };
    }));

  const rate = (one, words) => {
    let sum = 0;
    for (const word of words) {
      if (one.title.includes(` ${word}`)) sum += 4;
      else if (one.all.includes(` ${word}`)) sum += 2;
      else if (word.length > 2 && one.all.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const link = (text, address) => {
    const made = element('a', '', text);
    made.href = address;
    made.dir = 'auto';
    return made;
  };
  const placeOf = (index) => {
    const [before, after = ''] = data.words.inTopic.split('{topic}');
    const [title, address] = data.topics[index];
    return element('span', '', before, link(title, address), after);
  };
  const item = ([title, address, kind, places, text]) => {
    const name = address === '' ? element('bdi', '', title) : link(title, address);
    const isTopic = places.length === 1 && data.topics[places[0]][1] === address;
    const facts = element('p', 'entry-facts', element('span', 'type', kind));
    if (!isTopic) for (const index of places.slice(0, 5)) facts.append(placeOf(index));
    const made = element('li', '', element('h2', 'entry-title', name), facts);
    if (text !== '') made.append(element('p', 'summary', text));
    return made;
  };

  const fill = (message, values) =>
    message.replaceAll(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const say = (total, text) => {
    if (total === 0) return fill(data.words.none, { query: text });
    if (total > most) return fill(data.words.first, { shown: most, count: total });
    return fill(data.words.found, { count: total });
  };

  const search = () => {
    const text = query.value.trim();
    const words = wordsIn(text);
    if (words.length === 0) {
      found.replaceChildren();
      count.textContent = data.words.start;
      return;
    }
    const hits = rows()
      .map((one) => ({ one, rank: rate(one, words) }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => b.rank - a.rank);
    found.replaceChildren(...hits.slice(0, most).map(({ one }) => item(one.row)));
    count.textContent = say(hits.length, text);
  };

  let waiting = 0;
  query.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  part.hidden = false;
  query.value = new URLSearchParams(location.search).get('q') ?? '';
  search();
})();
