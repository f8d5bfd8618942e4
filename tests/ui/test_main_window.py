def test_opens(window):
    assert window.section == "duty/protect"
    assert window.sidebar.search_box.hasFocus()
