# recorded by hand: pytest is none of CPython's libraries
"""What tests print and log, in reports and by capsys and caplog."""
import pathlib, pytest, sys
pathlib.Path('test_log.py').write_text('''
import logging, sys, pytest
log = logging.getLogger("app")
@pytest.fixture
def setup():
    log.warning("in setup")
    yield
    log.error("in teardown")
def test_a(setup, caplog):
    log.info("not shown")
    log.warning("in call")
    sys.stderr.write("to stderr\\n")
    print("to stdout")
    assert [r.levelname for r in caplog.records] == ["WARNING"]
    assert caplog.get_records("setup")[0].message == "in setup"
    assert 0
def test_b(caplog):
    caplog.set_level(logging.DEBUG, logger="app")
    log.debug("debug %d", 1)
    assert caplog.messages == ["debug 1"]
    caplog.clear()
    assert caplog.text == ""
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("oops")
    assert "ZeroDivisionError" in caplog.text
    assert 0, caplog.record_tuples
def test_c(capsys):
    print("one")
    with capsys.disabled():
        print("visible")
    print("two")
    assert capsys.readouterr().out == "one\\ntwo\\n"
def test_d(capsys):
    print("kept")
    assert 0
def test_e(capfdbinary):
    print("x")
    assert capfdbinary.readouterr().out == b"x\\n"
''')
print(int(pytest.main(['test_log.py', *sys.argv[1:]])))
