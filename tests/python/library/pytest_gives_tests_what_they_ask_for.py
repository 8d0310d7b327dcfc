# recorded by hand: pytest is none of CPython's libraries
"""Fixtures of all scopes, those that pytest has, and what is told when one fails or is not there."""
import pathlib
import sys
import pytest

pathlib.Path('test_fixtures.py').write_text(r'''"""Fixtures of all kinds."""
import os
import sys
import logging
import warnings
import pytest

log = []

@pytest.fixture(scope="session")
def sess():
    print("session up")
    yield "S"
    print("session down")

@pytest.fixture(scope="module")
def mod(sess):
    print("module up")
    yield sess + "M"
    print("module down")

@pytest.fixture(params=["a", "b"], ids=["first", "second"])
def letter(request):
    return request.param

@pytest.fixture(autouse=True)
def every(request):
    print("before", request.node.name)
    yield
    print("after", request.node.name)

@pytest.fixture
def made(tmp_path):
    def make(name):
        p = tmp_path / name
        p.write_text("x")
        return p
    return make

def test_mod(mod):
    assert mod == "SM"

def test_letter(letter, mod):
    assert letter == "a"

def test_capsys(capsys):
    print("hello")
    sys.stderr.write("err\n")
    out = capsys.readouterr()
    assert out.out == "hello\n"
    assert out.err == "err"

def test_capfd(capfd):
    os.write(1, b"raw\n")
    print("x")
    out, err = capfd.readouterr()
    assert out == "raw\nx\n"

def test_caplog(caplog):
    with caplog.at_level(logging.INFO):
        logging.getLogger("my").info("hi %s", 3)
    assert caplog.record_tuples == [("my", logging.INFO, "hi 3")]
    assert "hi 3" in caplog.text
    logging.warning("root says")
    assert 0

def test_monkeypatch(monkeypatch):
    monkeypatch.setenv("FOO", "bar")
    monkeypatch.setattr(os, "getcwd", lambda: "/nowhere")
    monkeypatch.setattr("os.path.exists", lambda p: True)
    assert os.getcwd() == "/nowhere"
    assert os.environ["FOO"] == "bar"

def test_after():
    assert "FOO" not in os.environ
    assert os.getcwd() != "/nowhere"

def test_tmp(made, tmp_path):
    p = made("f.txt")
    assert p.read_text() == "x"
    assert tmp_path.name == "test_tmp0"

def test_warn():
    warnings.warn("careful")
    warnings.warn("old", DeprecationWarning)

def test_recwarn(recwarn):
    warnings.warn("one", UserWarning)
    assert len(recwarn) == 1
    assert str(recwarn.pop(UserWarning).message) == "one"

def test_request(request):
    request.addfinalizer(lambda: print("fin"))
    assert request.function is not None
    assert request.module.__name__ == "test_b"
    assert request.cls is None
    assert request.getfixturevalue("sess") == "S"
    assert request.node.name == "other"

@pytest.mark.usefixtures("mod")
class TestUse:
    def test_u(self, request):
        assert "mod" in request.fixturenames

def test_nofixture(nothing):
    pass

@pytest.fixture
def broken():
    raise RuntimeError("cannot set up")

def test_broken(broken):
    pass

@pytest.fixture
def broken_down():
    yield 1
    raise RuntimeError("cannot tear down")

def test_broken_down(broken_down):
    pass
''')
sys.exit(pytest.main(['test_fixtures.py']))
