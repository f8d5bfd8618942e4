"""The schema of the compiled library, one SQLite file that is written once and then only read.

`SCHEMA_VERSION` is raised with every change here, or in what is compiled into it: a library of another version is
compiled anew.
"""

from __future__ import annotations

SCHEMA_VERSION = 3

DDL = """
-- keys: schema_version, title, version, language, reviewed (ISO date), fingerprint
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE topic (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL);

CREATE TABLE article (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    title TEXT NOT NULL,
    summary_html TEXT NOT NULL,
    summary TEXT NOT NULL,
    lead_html TEXT NOT NULL,
    lead TEXT NOT NULL,
    reviewed TEXT NOT NULL,
    applies_to TEXT NOT NULL,
    minutes INTEGER NOT NULL
);
CREATE INDEX article_topic ON article (topic, position);

-- position is the reading order of the whole guide
CREATE TABLE section (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    heading TEXT NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    asked_as TEXT NOT NULL
);
CREATE INDEX section_article ON section (article, position);

CREATE TABLE related (article TEXT NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (article, position)) WITHOUT ROWID;

CREATE TABLE renamed (old_id TEXT PRIMARY KEY, new_id TEXT NOT NULL) WITHOUT ROWID;

-- which authorities a section rests on, in the order of their first citation; pinpoint '' for none
CREATE TABLE citation (section TEXT NOT NULL, position INTEGER NOT NULL, authority TEXT NOT NULL,
    pinpoint TEXT NOT NULL, PRIMARY KEY (section, position)) WITHOUT ROWID;
CREATE INDEX citation_authority ON citation (authority);

-- data: the entry of the authorities file as JSON, for citations.model.authority_from_mapping
CREATE TABLE authority (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    cite TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    year TEXT NOT NULL,
    data TEXT NOT NULL
);
-- citation strings, normalised by citations.lookup.normalise_cite: "489 us 189" leads to its authority
CREATE TABLE cite_key (key TEXT NOT NULL, authority TEXT NOT NULL, PRIMARY KEY (key, authority)) WITHOUT ROWID;

CREATE TABLE service (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, coverage TEXT NOT NULL, kind TEXT NOT NULL,
    data TEXT NOT NULL);

-- one row where a clinic's folder stands beside the guide. data: for places.clinic_store; logo: PNG or SVG, or empty
CREATE TABLE clinic (data TEXT NOT NULL, logo BLOB NOT NULL);

CREATE TABLE state (abbreviation TEXT PRIMARY KEY, name TEXT NOT NULL, data TEXT NOT NULL) WITHOUT ROWID;

-- rowid = section.position. words: as written, for prefixes and exact hits; stems: Porter stems, for finished words
CREATE VIRTUAL TABLE words USING fts5 (title, heading, asked_as, text,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE stems USING fts5 (title, heading, asked_as, text,
    tokenize = "porter unicode61 remove_diacritics 2");
-- every word of the guide (as the index `words` folds it) with the number of sections it stands in, for mending
-- misspelt words, and every stem, for weighing words: a rare one says more. Both are filled by STATISTICS.
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, sections INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stem (stem TEXT PRIMARY KEY, sections INTEGER NOT NULL) WITHOUT ROWID;
-- everyday words and the guide's words for the same thing (resources/articles/<language>/synonyms.yaml); both are one
-- or more words of library.text.words, joined by single spaces
CREATE TABLE synonym (word TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (word, target)) WITHOUT ROWID;
"""

STATISTICS = """
CREATE VIRTUAL TABLE temp.words_terms USING fts5vocab('main', 'words', 'row');
CREATE VIRTUAL TABLE temp.stems_terms USING fts5vocab('main', 'stems', 'row');
INSERT INTO vocabulary SELECT term, doc FROM temp.words_terms;
INSERT INTO stem SELECT term, doc FROM temp.stems_terms;
DROP TABLE temp.words_terms;
DROP TABLE temp.stems_terms;
"""
"""What the compiler runs once `words` and `stems` are filled, before it optimises them."""
