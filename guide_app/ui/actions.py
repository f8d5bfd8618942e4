"""Every action of the window in one table: words, keys, description, menu.

Which of them a kiosk's visitor may use stands in `kiosk/policy.py`.
"""

from __future__ import annotations

from typing import NamedTuple


class ActionRow(NamedTuple):
    """One action. `key` names the slot that runs it; `keys` are in Qt's portable form, the first is the one shown."""

    key: str
    words: str
    keys: tuple[str, ...]
    description: str
    menu: str


ACTIONS = (
    ActionRow("search", "Search", ("Ctrl+F", "Ctrl+K"), "Type a question or a citation", "Go"),
    ActionRow("article", "Go to the article text", ("F6",), "Move the keyboard to the article", "Go"),
    ActionRow("home", "Start page", ("Alt+Home",), "Open the first page of the guide", "Go"),
    ActionRow("my_state", "Your state", ("F4",), "Choose, change or clear your state", "Go"),
    ActionRow("my_deadline", "How long do I have?", ("Ctrl+Shift+D",), "Work out your dates from your state", "Go"),
    ActionRow("compare_states", "Compare all states", ("Ctrl+Shift+M",), "A table to sort, filter and print", "Go"),
    ActionRow("back", "Back", ("Alt+Left", "Back"), "The page before", "Go"),
    ActionRow("forward", "Forward", ("Alt+Right", "Forward"), "The page after", "Go"),
    ActionRow("previous_section", "Previous answer", ("Alt+Up",), "The answer before the one being read", "Go"),
    ActionRow("next_section", "Next answer", ("Alt+Down",), "The answer after the one being read", "Go"),
    ActionRow("panel_topics", "Topics", ("Ctrl+1",), "Show the topic tree", "View"),
    ActionRow("panel_bookmarks", "Bookmarks", ("Ctrl+2",), "Show the bookmarks", "View"),
    ActionRow("panel_cases", "Cases and laws", ("Ctrl+3",), "Show all cases and laws", "View"),
    ActionRow("panel_help", "Get help", ("Ctrl+4",), "Find a lawyer, legal aid, a hotline or an office", "View"),
    ActionRow("sidebar", "Show or hide the left side", ("F9",), "Give the article the whole window, or not", "View"),
    ActionRow("links", "Links in this answer", ("Ctrl+L",), "A list of the links in the answer being read", "View"),
    ActionRow("larger", "Larger text", ("Ctrl++", "Ctrl+="), "Make all text larger", "View"),
    ActionRow("smaller", "Smaller text", ("Ctrl+-", "Ctrl+_"), "Make all text smaller", "View"),
    ActionRow("normal_size", "Normal text size", ("Ctrl+0",), "Back to 100 percent", "View"),
    ActionRow("display", "Text size and colors", ("F8",), "Text size, light, dark, high contrast", "View"),
    ActionRow("bookmark", "Bookmark", ("Ctrl+D",), "Bookmark the answer being read, or take it away", "Answer"),
    ActionRow("copy_citation", "Copy citation", ("Ctrl+Shift+C",), "The citation of the answer being read", "Answer"),
    ActionRow("copy_authority", "Copy citation of the case or law", ("Ctrl+Shift+A",),
              "The citation with the keyboard or under the pointer, or the open card", "Answer"),
    ActionRow("copy_with_source", "Copy selection with source", ("Ctrl+Shift+X",),
              "The selected text and the line that says where it is from", "Answer"),
    ActionRow("forms", "Copy in another form", ("Ctrl+Shift+F",), "Markdown, RIS, BibLaTeX and more", "Answer"),
    ActionRow("table", "Table of authorities", ("Ctrl+Shift+T",), "All cases and laws of the article", "Answer"),
    ActionRow("table_bookmarks", "Table of authorities of the bookmarks", ("Ctrl+Shift+B",),
              "All cases and laws of the bookmarked answers", "Answer"),
    ActionRow("cite_list", "Cite list", ("Ctrl+Shift+L",), "What was copied in this session", "Answer"),
    ActionRow("helpful_yes", "This was helpful", ("Ctrl+Shift+Y",), "Answer yes to “Was this helpful?”", "Answer"),
    ActionRow("helpful_no", "This was not helpful", ("Ctrl+Shift+N",), "Answer no to “Was this helpful?”", "Answer"),
    ActionRow("print", "Print…", ("Ctrl+P",), "Print the open page, the answer or the whole article", "File"),
    ActionRow("pdf", "Save as PDF…", ("Ctrl+Shift+S",), "Save the open page, the answer or the whole article", "File"),
    ActionRow("private", "Private session…", ("Ctrl+Shift+P",), "Keep nothing from this session", "File"),
    ActionRow("emergency", "Emergency numbers", ("F2",), "911 and the national hotlines", "Help"),
    ActionRow("keys", "Keys", ("F1",), "All keys of this window", "Help"),
    ActionRow("about", "About this guide", (), "Who made it, privacy, how to cite it", "Help"),
    ActionRow("traces", "Traces on this computer…", (), "What stays behind, and how to remove the guide’s own", "Help"),
    ActionRow("leave", "Leave now", (), "Cover and close at once; or press Shift three times", "File"),
    ActionRow("quit", "Close the guide", ("Ctrl+Q",), "Close the window", "File"),
)  # fmt: skip

MENUS = ("File", "Go", "View", "Answer", "Help")
