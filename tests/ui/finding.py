"""Finds controls as a person does: by the words on them."""

from PySide6.QtWidgets import QAbstractButton, QLabel


def button(parent, words):
    """Return the visible button with these words on it, or with this name."""
    found = [
        each
        for each in parent.findChildren(QAbstractButton)
        if each.isVisible() and words in (each.text(), each.accessibleName())
    ]
    assert len(found) == 1, f"{len(found)} buttons say {words!r}"
    return found[0]


def button_starting(parent, words):
    """Return the visible button whose words begin with these."""
    return button(parent, next(each for each in buttons(parent) if each.startswith(words)))


def buttons(parent):
    """Return the words of all visible buttons."""
    return [each.text() for each in parent.findChildren(QAbstractButton) if each.isVisible() and each.text()]


def texts(parent):
    """Return the words of all visible labels."""
    return [each.text() for each in parent.findChildren(QLabel) if each.isVisible() and each.text()]
