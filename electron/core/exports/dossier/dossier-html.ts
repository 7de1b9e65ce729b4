import type { Dossier, DossierEntry } from '#core/rights/dossier-service.ts';
import { html, type Html } from '../text/html.ts';
import { dossierFile } from './dossier-file.ts';

const styles = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#231f1a;background:#fffefb}
h1,h2{line-height:1.2;overflow-wrap:anywhere}article{padding:1rem 0;border-top:1px solid #d8cfbd;break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(7rem,12rem) minmax(0,1fr);gap:.25rem 1rem;margin:0}dt{color:#655d4f}dd{margin:0;overflow-wrap:anywhere}
a{color:#0d5c61}li{overflow-wrap:anywhere}@media(max-width:30rem){dl{grid-template-columns:minmax(0,1fr)}dd{margin-bottom:.5rem}}`;

const row = (name: string, value: Html | string | null): Html | null =>
  value === null || value === ''
    ? null
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`;

const link = (address: string | null): Html | null =>
  address === null || address === '' ? null : html`<a href="${address}">${address}</a>`;

const evidenceLine = ({
  file,
  pageUrl,
  seenOn,
  licenseAsFound,
  note,
}: DossierEntry['evidence'][number]): Html =>
  html`<li>
    ${file ? html`<a href="${dossierFile(file)}">${file.fileName || dossierFile(file)}</a>` : 'Note'}${
      seenOn === null ? '' : `, seen ${seenOn}`
    }
    ${pageUrl === null ? null : html`<br />${link(pageUrl)}`}
    ${licenseAsFound === '' ? null : html`<br />License as found: <q>${licenseAsFound}</q>`}
    ${note === '' ? null : html`<br />${note}`}
  </li>`;

const entry = ({ line, title, state, license, licenseAddress, ...rest }: DossierEntry): Html => {
  const { credit, fileName, id } = line.image;
  const { decision } = line;
  return html`<article>
    <h2>${title}</h2>
    <dl>
      ${row('State', state)}${row('Missing', rest.missing.join(' '))}${row('License', license)}${row(
        'License address',
        link(licenseAddress),
      )}${row('License seen on', credit.licenseSeenOn)}${row('Author', credit.creator)}${row(
        'Source',
        link(credit.sourceUrl),
      )}${row('Copyright notice', credit.copyrightNotice)}${row('Usage terms', credit.usageTerms)}${row(
        'Credit line in print',
        rest.creditLine,
      )}${row('Changes', credit.changes)}${row('Evidence noted', credit.evidenceNote)}${row(
        'Used in',
        rest.usedIn.join('; '),
      )}${row('File', fileName)}${row('SHA-256', id)}${row(
        'Decision',
        decision ? `${decision.reason} (${decision.by}, ${decision.at.slice(0, 10)})` : '',
      )}
    </dl>
    ${
      rest.evidence.length === 0
        ? null
        : html`<h3>Evidence</h3>
            <ul>
              ${rest.evidence.map(evidenceLine)}
            </ul>`
    }
  </article>`;
};

/** The dossier as one page that needs nothing beside it but the kept files. In English, as the command line is. */
export const dossierHtml = ({ library, topics, madeAt, entries }: Dossier): string => {
  const about = topics.length === 0 ? library : `${library}: ${topics.join(', ')}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Rights dossier: ${about}</title>
        <style>
          ${{ markup: styles }}
        </style>
      </head>
      <body>
        <main>
          <h1>Rights dossier: ${about}</h1>
          <p>
            ${entries.length} ${entries.length === 1 ? 'picture' : 'pictures'}, as recorded on
            ${madeAt.slice(0, 10)}. Not for publishing; not legal advice.
          </p>
          ${entries.map(entry)}
        </main>
      </body>
    </html>`.markup;
};
