import type { ColumnMeaning } from '#shared/contract/column-meaning.ts';
import { foldText } from '#shared/domain/fold.ts';

/** What a column can mean by its name alone. */
export type ColumnField = Exclude<ColumnMeaning, 'other' | 'ignore'>;

/**
 * The names that libraries, CollectionBuilder, Omeka, DSpace and bookmark managers give their columns, without
 * prefixes, spaces and signs, several to a line. What is not here keeps its own name under `otherFields`.
 */
const names: Readonly<Record<ColumnField, readonly string[]>> = {
  title: ['title titles name label headline resourcetitle itemtitle resourcename sitename'],
  url: [
    'url urls link links href uri webaddress website websiteurl weblink permalink resourceurl',
    'itemurl pageurl sourceurl referenceurl fulltexturl externalurl identifieruri onlineaccess',
    'landingpage resourcelink linkurl',
  ],
  fileAddress: ['objectlocation mediaurl filename file fileurl imageurl downloadurl'],
  type: [
    'type types resourcetype itemtype materialtype contenttype mediatype documenttype',
    'resourceclass kind genre',
  ],
  template: ['displaytemplate'],
  format: ['format formats mimetype medium'],
  summary: [
    'description descriptions summary abstract excerpt annotation blurb synopsis',
    'descriptionabstract shortdescription teaser',
  ],
  quotedFrom: ['quotedfrom'],
  quotedFromAddress: ['quotedfromaddress'],
  publishedOn: [
    'date dates datepublished publisheddate published publishedon publicationdate pubdate',
    'dateissued issued year publicationyear yearpublished publishdate dateofpublication',
  ],
  approximate: ['dateisapproximate'],
  addedOn: ['dateadded added addedon addeddate adddate dateaccessioned'],
  modifiedOn: [
    'datemodified modified modifieddate lastmodified modifiedon updated dateupdated lastupdated',
    'updatedon datelastmodified',
  ],
  checkedOn: ['datechecked lastchecked checked checkedon linkchecked dateverified lastverified'],
  creators: ['creator creators author authors contributorauthor artist photographer madeby by'],
  subjects: ['subject subjects subjectheading subjectheadings topic topics subjectterms'],
  tags: ['tag tags keyword keywords category categories'],
  publisher: ['publisher publishers publishedby'],
  language: ['language languages lang inlanguage languageiso'],
  rights: [
    'rights rightsstatement rightsstatements license licence licenseurl copyright rightsuri',
    'accessrights usagerights rightslicense copyrightnotice copyrightstatus',
  ],
  identifier: ['identifier identifiers identifierother'],
  doi: ['doi identifierdoi'],
  isbn: ['isbn isbn10 isbn13 identifierisbn'],
  issn: ['issn eissn identifierissn'],
  oclc: ['oclc oclcnumber oclcno oclcnum'],
  audience: ['audience intendedaudience targetaudience educationlevel gradelevel'],
  accessNote: ['accessnote accessnotes accessinformation howtoaccess'],
  folder: ['folder folders collection collections collectionname boardname guidename'],
  section: ['section sections boxname boxtitle'],
  picture: ['imagesmall imagefile image thumbnail imagethumb cover coverart coverimage thumbnailurl'],
  pictureAlt: ['imagealttext imagealt alttext alternativetext alt thumbnailalt'],
  pictureRights: ['imagerights imagelicense imagelicence'],
  pictureCredit: ['imagecredit imageattribution attribution creditline'],
  note: ['note notes internalnote internalnotes staffnote staffnotes comment comments'],
};

const fields: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(names).flatMap(([field, all]) =>
    all.flatMap((line) => line.split(' ')).map((name) => [name, field as ColumnField] as const),
  ),
);

/** Vocabularies that stand before a term: `dc:title`, `dcterms.title`, `Dublin Core:Title`, `Item Type Metadata:URL`. */
const prefix = /^(?:dc|dcterms|dublin ?core|item type metadata|schema|bibo|foaf|edm|mods)\s*[:.]\s*/;

/** What a column means by its name, or null. Case, spaces, underscores, prefixes and `[en]` behind do not matter. */
export const columnField = (name: string): ColumnField | null => {
  const plain = foldText(name.slice(0, 200))
    .replace(/\[[^\]]*\]\s*$/, '')
    .replace(/\s*(?:\^\^|@).*$/, '')
    .replace(prefix, '')
    .replaceAll(/[^a-z0-9]/g, '');
  return fields.get(plain) ?? null;
};

/** The name of the resource's field that a column goes to, for the report. */
export const reportedField = (field: ColumnMeaning): string => {
  if (field === 'other' || field === 'approximate') return 'otherFields';
  if (field === 'fileAddress') return 'url';
  if (field === 'type' || field === 'template' || field === 'format') return 'typeId';
  if (field === 'tags') return 'subjects';
  if (field === 'quotedFromAddress') return 'quotedFrom';
  return ['identifier', 'doi', 'isbn', 'issn', 'oclc'].includes(field) ? 'identifiers' : field;
};
