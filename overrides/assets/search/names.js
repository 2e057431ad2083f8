// Names first: finds the records that a query names, in any script and with typos. Pure; the dialog shows what it gives.
import { edits, sound, withoutTitles, words } from "./normal.js";

// from best to worst; between equals the kind, then a family name before a given name, a main form before a variant, then the better connected record
const RANK = { whole: 0, part: 1, wholeSound: 2, partSound: 3, allWords: 4, wholeStart: 5, partStart: 6, soundStart: 7, allStarts: 8, inside: 9, inOrder: 10, mostWords: 11, typo: 12 };
const KINDS = ["person", "company", "stage", "term", "list"];
const SMALL = new Set(["the", "of", "and", "a", "an", "in", "to"]);
const JAPANESE = /[ァ-ヺー㐀-鿿]/u;

/** A set of the letters of a word as bits, to pass over far words without measuring them. */
const letters = (word) => { let bits = 0; for (const one of word) bits |= 1 << (one.charCodeAt(0) % 31); return bits; };
const count = (bits) => { let found = 0; for (let rest = bits; rest; rest &= rest - 1) found += 1; return found; };

/** How many typos a word of this length may hold. */
const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Build the index once from the table of names: [{kind, url, name, other, line, links, forms: [text, …]}, …]. */
export function build(table) {
  const keys = [];
  const known = new Set();
  table.forEach((entry, at) => {
    entry.forms.forEach((form, formAt) => {
      const cut = words(form);
      const add = (key, whole, last = true) => {
        const id = `${at} ${whole} ${key}`;
        if (!key || known.has(id)) return;
        known.add(id);
        const said = sound(key);
        keys.push({ key, said, whole, last, at, formAt, bits: letters(said) });
      };
      add(cut.join(""), true);
      if (cut.length > 1) {
        add([...cut].reverse().join(""), true);
        if (cut.length > 2) add(cut.at(-1) + cut.slice(0, -1).join(""), true);
        cut.forEach((word, place) => { if (!SMALL.has(word) && (word.length > 1 || JAPANESE.test(word))) add(word, false, place === cut.length - 1); });
      }
      entry.cut ??= [];
      entry.cut.push(cut.map((word) => [word, sound(word)]));
    });
  });
  return { table, keys };
}

/** The records that a query names, best first: [{entry, rank, form}, …]; form is the variant that matched, or "". */
export function find(index, query, limit = 50) {
  const asked = words(query);
  if (!asked.length) return [];
  const bare = withoutTitles(asked);
  let found = match(index, asked);
  if (bare && ![...found.values()].some((hit) => hit.rank < RANK.wholeStart)) {
    for (const [at, hit] of match(index, bare)) if (!found.has(at) || found.get(at).rank > hit.rank) found.set(at, hit);
  }
  if (![...found.values()].some((hit) => hit.rank < RANK.typo)) found = typos(index, bare ?? asked);
  return sorted(index, found).slice(0, limit);
}

/** The records whose names come nearest to a query that names none. */
export function near(index, query, limit = 3) {
  const said = sound(words(query).join(""));
  const reach = Math.max(2, Math.floor(said.length / 2));
  const found = new Map();
  for (const one of index.keys) keep(found, one, edits(said, one.said, reach), reach);
  return sorted(index, found).slice(0, limit);
}

function match(index, asked) {
  const joined = asked.join(""), said = sound(joined), found = new Map();
  const short = joined.length < 2 && !JAPANESE.test(joined);
  for (const one of index.keys) {
    let rank;
    if (one.key === joined) rank = one.whole ? RANK.whole : RANK.part;
    else if (one.said === said) rank = one.whole ? RANK.wholeSound : RANK.partSound;
    else if (one.key.startsWith(joined)) rank = one.whole ? RANK.wholeStart : RANK.partStart;
    else if (short) continue;
    else if (said.length > 2 && one.said.startsWith(said)) rank = RANK.soundStart;
    else if (joined.length > (JAPANESE.test(joined) ? 1 : 2) && one.key.includes(joined)) rank = RANK.inside;
    else if (one.whole && joined.length > 3 && JAPANESE.test(joined) && inOrder(joined, one.key)) rank = RANK.inOrder;
    else continue;
    keep(found, one, rank, RANK.typo);
  }
  if (asked.length > 1) allWords(index, asked, found);
  return found;
}

/** Does a long Japanese title hold the query's characters in their order, in at most three pieces? 2023年の危機 of 2023年11月の危機とその後. */
function inOrder(asked, key) {
  let at = -1, pieces = 0;
  for (const one of asked) {
    const next = key.indexOf(one, at + 1);
    if (next < 0) return false;
    if (next !== at + 1) pieces += 1;
    at = next;
  }
  return pieces <= 2;
}

/** A query of several words finds the names that hold them all, in any order; of three or more, one may be another word. */
function allWords(index, asked, found) {
  const said = asked.filter((word) => !SMALL.has(word)).map((word) => [word, sound(word)]);
  if (!said.length) return;
  index.table.forEach((entry, at) => {
    entry.cut.forEach((cut, formAt) => {
      const odd = said.filter(([word, sounds]) => !cut.some(([key, heard]) => key === word || heard === sounds)).length;
      const whole = odd === 0;
      const starts = whole || said.every(([word, sounds]) => cut.some(([key, heard]) => key.startsWith(word)
        || (sounds.length > 2 && heard.startsWith(sounds)) || (word.length > 1 && JAPANESE.test(word) && key.includes(word))));
      if (odd === 1 && said.length > 2) keep(found, { at, formAt }, RANK.mostWords, RANK.typo);
      if (starts) keep(found, { at, formAt }, whole ? RANK.allWords : RANK.allStarts, RANK.typo);
    });
  });
}

function typos(index, asked) {
  const joined = asked.join(""), said = sound(joined), limit = allowed(said.length), bits = letters(said), found = new Map();
  if (!limit) return found;
  for (const one of index.keys) {
    if (Math.abs(one.said.length - said.length) <= limit && count(one.bits ^ bits) <= 2 * limit) {
      const far = Math.min(edits(said, one.said, limit), edits(joined, one.key, limit));
      if (far <= limit) keep(found, one, RANK.typo + far + (one.whole ? 0 : 0.5), Infinity);
    }
    if (said.length > 4 && one.said.length > said.length && count(bits & ~one.bits) <= 1 && edits(said, one.said.slice(0, said.length), 1) <= 1) {
      keep(found, one, RANK.typo + 4, Infinity);
    }
  }
  if (!found.size && asked.length > 1) misspeltWords(index, asked, found);
  if (!found.size && asked.length > 1) oneWord(index, asked, found);
  return found;
}

/** Last, a name of which one word is right: サミュエル・アルトマン for サム・アルトマン. */
function oneWord(index, asked, found) {
  const said = asked.map(sound).filter((one) => one.length > 2);
  index.table.forEach((entry, at) => {
    entry.cut.forEach((cut, formAt) => {
      const places = cut.flatMap(([, heard], place) => (said.includes(heard) ? [place] : []));
      if (places.length) keep(found, { at, formAt }, RANK.typo + (places.includes(cut.length - 1) ? 8 : 9), Infinity); // the family name tells more
    });
  });
}

/** Several words, each right or with a typo of its own. */
function misspeltWords(index, asked, found) {
  const said = asked.map(sound);
  index.table.forEach((entry, at) => {
    entry.cut.forEach((cut, formAt) => {
      const far = said.map((one) => Math.min(...cut.map(([, heard]) => (one === heard ? 0 : edits(one, heard, allowed(one.length)) <= allowed(one.length) ? 1 : 99))));
      const sum = far.reduce((all, one) => all + one, 0);
      if (sum < 99) keep(found, { at, formAt }, RANK.typo + 5 + sum, Infinity);
    });
  });
}

function keep(found, { at, formAt, last = true }, rank, below) {
  const tie = (last ? 0 : 2) + (formAt > 1 ? 1 : 0), held = found.get(at);
  if (rank < below && !(held && (held.rank < rank || (held.rank === rank && held.tie <= tie)))) found.set(at, { rank, tie, formAt });
}

function sorted(index, found) {
  const hits = [...found].map(([at, { rank, tie, formAt }]) => ({ entry: index.table[at], rank, tie, formAt }));
  hits.sort((one, other) => one.rank - other.rank || KINDS.indexOf(one.entry.kind) - KINDS.indexOf(other.entry.kind)
    || one.tie - other.tie || other.entry.links - one.entry.links || one.entry.name.localeCompare(other.entry.name));
  return hits.map(({ entry, rank, formAt }) => ({ entry, rank, form: formAt > 1 ? entry.forms[formAt] : "" }));
}

