import { describe, expect, test } from 'vitest';
import { recogniseLicense } from '#shared/domain/credits/recognise-license.ts';

/** What people really write, one case a line: the text, then the answer (`-` for none). */
const check = (cases: string) =>
  test.each(
    cases
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => line.split(' => ') as [string, string]),
  )('%s is %s', (text, id) => {
    expect(recogniseLicense(text)?.licenseId ?? '-').toBe(id);
  });

describe('names of licenses in other languages', () => {
  check(`
    Creative Commons Namensnennung 3.0 Deutschland => cc-by-3.0-de
    Creative Commons Namensnennung-Weitergabe unter gleichen Bedingungen 3.0 Deutschland => cc-by-sa-3.0-de
    Namensnennung - Nicht-kommerziell - Weitergabe unter gleichen Bedingungen 4.0 International => cc-by-nc-sa-4.0
    Lizenz: Namensnennung-NichtKommerziell-KeineBearbeitung 2.0 => cc-by-nc-nd-2.0
    CC BY-NC-ND 4.0 (Namensnennung – Nicht kommerziell – Keine Bearbeitungen 4.0 International) => cc-by-nc-nd-4.0
    Sofern nicht anders angegeben, stehen die Bilder unter CC BY 4.0 => cc-by-4.0
    Licence Creative Commons Attribution 4.0 International => cc-by-4.0
    Creative Commons Attribution - Partage dans les Mêmes Conditions 4.0 International => cc-by-sa-4.0
    Creative Commons Attribution - Pas d’Utilisation Commerciale 3.0 France => cc-by-nc-3.0-fr
    Attribution - Pas d'Utilisation Commerciale - Pas de Modification => cc-by-nc-nd
    Creative Commons Paternité 2.0 France => cc-by-2.0-fr
    Creative Commons Reconocimiento-CompartirIgual 3.0 España => cc-by-sa-3.0-es
    Creative Commons Atribución-NoComercial-SinDerivadas 4.0 Internacional => cc-by-nc-nd-4.0
    Reconocimiento-NoComercial-SinObraDerivada 3.0 España => cc-by-nc-nd-3.0-es
    Creative Commons Attribuzione - Condividi allo stesso modo 2.5 Italia => cc-by-sa-2.5-it
    Creative Commons Attribuzione - Non commerciale - Non opere derivate 4.0 Internazionale => cc-by-nc-nd-4.0
    Creative Commons Atribuição-CompartilhaIgual 3.0 Brasil => cc-by-sa-3.0-br
    Creative Commons Naamsvermelding-GelijkDelen 3.0 Nederland => cc-by-sa-3.0-nl
    Creative Commons Uznanie autorstwa-Na tych samych warunkach 3.0 Polska => cc-by-sa-3.0-pl
  `);
});

describe('an unknown element is never left out', () => {
  check(`
    Creative Commons Attribution - Ei Kaupallinen 4.0 => -
    Creative Commons Attribution-Quelque Chose 3.0 France => -
    CC BY-XY 4.0 => -
    CC BY-ND-SA => -
    CC NC-BY 4.0 => -
  `);
});

describe('a version is never made up', () => {
  check(`
    CC BY 4.00 => -
    CC BY 4.0.1 => -
    CC BY-NC-ND 4.02.0 => -
    CC BY 5 => -
    CC BY 2.1 => -
    CC BY 3.0 UK => -
    CC BY-SA 2.0 Scotland => -
    CC BY, 2020 => cc-by
    CCBY4.0 => cc-by-4.0
    CC BY v4 => cc-by-4.0
    CC-BY-NC 2.5 Italy => cc-by-nc-2.5-it
    CC BY-SA 3.0 DE => cc-by-sa-3.0-de
    https://creativecommons.org/licenses/by-nc-nd/4.02.0 => -
    https://creativecommons.org/licenses/by/4/ => -
    http://rightsstatements.org/vocab/InC/2.0/ => -
  `);
});

describe('Wikimedia Commons', () => {
  check(`
    {{cc-by-sa-4.0}} => cc-by-sa-4.0
    {{self|cc-by-sa-4.0}} => cc-by-sa-4.0
    {{Cc-by-2.0-de}} => cc-by-2.0-de
    {{cc-by-sa-3.0-migrated}} => cc-by-sa-3.0
    {{cc-zero}} => cc0-1.0
    {{PD-USGov-NASA}} => us-gov
    {{PD-old-100}} => public-domain
    {{Cc-by-sa-3.0,2.5,2.0,1.0}} => -
    {{self|GFDL|cc-by-sa-all|migration=redundant}} => -
    licensed under the Creative Commons Attribution-Share Alike 4.0 International, 3.0 Unported and 2.5 Generic license => -
  `);
});

describe('denied, doubted or only compared with', () => {
  check(`
    not CC BY => -
    nicht unter CC BY 4.0 lizenziert => -
    pas sous licence CC BY 4.0 => -
    Compatible with CC BY 4.0 => -
    CC BY 4.0-compatible => -
    a modified CC BY 4.0 => -
    Maybe CC BY 4.0 => -
    CC BY 4.0? => -
    public domain? unclear => -
    public domain in the United States only => -
    CC BY 4.0 but no training of models => -
    © All rights reserved => -
    Licensed under CC BY 4.0 unless otherwise noted => cc-by-4.0
    Modified from the original by Jane Doe, CC BY 4.0 => cc-by-4.0
  `);
});

describe('plain English with "CC" or "by" in it', () => {
  check(`
    CC by Jane => -
    CC by Sally 2.0 => -
    CC: by-laws => -
    Meet me by 3.0 pm => -
    CC by license => cc-by
    CC BY Jane Doe => cc-by
  `);
});

describe('addresses', () => {
  check(`
    http://creativecommons.org/licenses/by/4.0/deed.pt_BR => cc-by-4.0
    https://creativecommons.org/publicdomain/zero/1.0/deed.en#x => cc0-1.0
    https://creativecommons.org/licenses/by/3.0/us/deed.en_US => cc-by-3.0-us
    creativecommons.org.evil.com/licenses/by/4.0 => -
    https://creativecommons.org@evil.com/licenses/by/4.0/ => -
    https://evil.com/creativecommons.org/licenses/by/4.0/ => -
    https://evil.com#creativecommons.org/licenses/by/4.0/ => -
    https://evil.com/~creativecommons.org/licenses/by/4.0/ => -
    https://evil.com/(creativecommons.org/licenses/by/4.0/ => -
    https://evil.com/web.archive.org/web/2020/creativecommons.org/licenses/by/4.0/ => -
    https://web.archive.org/web/2020/https://creativecommons.org.evil.com/licenses/by/4.0/ => -
    https://my-creativecommons.org/licenses/by/4.0/ => -
    https://сreativecommons.org/licenses/by/4.0/ => -
    https://creativecommons.org/licenses/by/4.0/../../by-sa/4.0/ => -
    https://creativecommons.org/licenses/by/4.0/,https://creativecommons.org/licenses/by-sa/4.0/ => -
  `);
});

test('a page that names licenses again and again is not a credit', () => {
  expect(recogniseLicense('CC BY 4.0, '.repeat(900))).toBeNull();
  expect(recogniseLicense('CC BY 4.0, '.repeat(9))?.licenseId).toBe('cc-by-4.0');
});
