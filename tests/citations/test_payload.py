from guide_app.citations.payload import Payload, html_fragment, markdown_payload, payload, plain_payload
from guide_app.citations.styled import Run

CITED = (Run("Doe v. Roe", italic=True), Run(", 42 U.S.C. §\u00a01983"))


def test_one_citation_can_go_into_a_sentence():
    assert payload([CITED]) == Payload(
        plain="Doe v. Roe, 42 U.S.C. §\u00a01983",
        html="<i>Doe v. Roe</i>, 42 U.S.C. &#167;&#160;1983",
        rtf="{\\rtf1\\ansi\\ansicpg1252\\uc1\n{\\i Doe v. Roe}, 42 U.S.C. \\u167\\'a7\\~1983}",
    )


def test_several_are_paragraphs():
    several = payload(iter([CITED, (Run("next"),)]))
    assert several.plain == "Doe v. Roe, 42 U.S.C. §\u00a01983\nnext"
    assert several.html == "<p><i>Doe v. Roe</i>, 42 U.S.C. &#167;&#160;1983</p>\n<p>next</p>"
    assert several.rtf.count("\\par") == 1


def test_markdown_is_the_plain_text_beside_the_rich_forms():
    marked = markdown_payload(iter([CITED, (Run("next"),)]))
    assert marked.plain == "*Doe v. Roe*, 42 U.S.C. §\u00a01983\n\nnext"
    rich = payload([CITED, (Run("next"),)])
    assert (marked.html, marked.rtf) == (rich.html, rich.rtf)


def test_plain_text_alone():
    assert plain_payload("911") == Payload("911", "", "")


def test_nothing():
    assert html_fragment([]) == ""
