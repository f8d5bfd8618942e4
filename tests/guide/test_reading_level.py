"""Can a frightened person read it? Flesch-Kincaid grades of the guide's own prose (see tests/readability.py).

The sections of single states are left out: the program writes them from `resources/states/` in a few fixed sentences,
which would only lower the median.
"""

from collections import defaultdict
from statistics import median

import pytest

from tests.guide.shipped import articles, written
from tests.readability import grade, prose_of, sentences, words

HARDEST = 9
MEDIAN = 7
LONGEST_SENTENCE = 35
MEAN_SENTENCE = 20


def blocks_of(text):
    return [block for block in prose_of(text) if words(block)]


@pytest.fixture(scope="module")
def grades():
    """Return the grade of every piece of the guide that holds prose, by its id."""
    return {piece.id: grade(blocks) for piece in written() if (blocks := blocks_of(piece.text))}


def test_no_section_is_harder_than_ninth_grade_and_half_of_them_than_seventh(grades):
    by_article = defaultdict(list)
    for name, level in grades.items():
        by_article[name.partition("/")[0]].append((level, name))
    print("\nreading level by article: median, hardest section")
    for article, levels in sorted(by_article.items()):
        print(f"{article:32} {median(level for level, _ in levels):4.1f} {max(levels)[0]:5.1f}  {max(levels)[1]}")
    print(f"{'the guide':32} {median(grades.values()):4.1f} {max(grades.values()):5.1f}")
    assert len(by_article) == len(articles())
    assert {name: level for name, level in grades.items() if level > HARDEST} == {}
    assert median(grades.values()) <= MEDIAN


def test_the_summaries_are_as_easy():
    levels = {article.id: grade([article.summary.replace("*", "")]) for article in articles()}
    assert {name: level for name, level in levels.items() if level > HARDEST} == {}


def test_sentences_are_short():
    counts = []
    long = []
    texts = [(piece.id, block) for piece in written() for block in blocks_of(piece.text)]
    texts += [(article.id, article.summary.replace("*", "")) for article in articles()]
    for name, block in texts:
        for sentence in sentences(block):
            count = len(sentence.split())
            counts.append(count)
            if count > LONGEST_SENTENCE:
                long.append((name, count, sentence))
    print(f"\n{len(counts)} sentences, {sum(counts) / len(counts):.1f} words each, the longest {max(counts)}")
    assert long == []
    assert sum(counts) / len(counts) < MEAN_SENTENCE


def test_the_measure_itself():
    easy = ["The cat sat on the mat. It was a fat cat."]
    hard = [
        "Notwithstanding jurisdictional considerations, municipalities occasionally promulgate indemnification rules."
    ]
    assert grade(easy) < 1
    assert grade(hard) > 20
    assert prose_of("See [the case](warren) [@warren-v-district-of-columbia-1981, 3]. {.general}") == ["See the case."]
    assert len(sentences("In Warren v. District of Columbia it lost. The vote was 4 to 3.")) == 2
