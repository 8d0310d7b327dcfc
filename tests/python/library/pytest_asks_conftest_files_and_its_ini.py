# recorded by hand: pytest is none of CPython's libraries
"""Hooks, options, markers and fixtures of conftest files; options of pytest.ini."""
import pathlib, pytest, sys
pathlib.Path('conftest.py').write_text('''
import pytest
def pytest_addoption(parser):
    parser.addoption("--run-slow", action="store_true", default=False, help="slow too")
    parser.addini("my_url", "where", default="http://x")
def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes long")
def pytest_collection_modifyitems(config, items):
    if config.getoption("--run-slow"):
        return
    skip = pytest.mark.skip(reason="need --run-slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)
@pytest.fixture
def url(request): return request.config.getini("my_url")
@pytest.fixture
def value(): return 1
@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    rep = outcome.get_result()
    setattr(item, "rep_" + rep.when, rep)
@pytest.fixture(autouse=True)
def show(request):
    yield
    print("call failed:", request.node.rep_call.failed)
def pytest_generate_tests(metafunc):
    if "gen" in metafunc.fixturenames:
        metafunc.parametrize("gen", [10, 20])
def pytest_report_header(config): return "my header: 1"
def pytest_terminal_summary(terminalreporter, exitstatus, config):
    terminalreporter.section("mine")
    terminalreporter.write_line(f"status {int(exitstatus)}")
def pytest_assertrepr_compare(op, left, right):
    if isinstance(left, complex) and op == "==":
        return ["complex numbers differ:", f"{left} is not {right}"]
''')
pathlib.Path('pytest.ini').write_text('''[pytest]
addopts = -ra -p no:asyncio
my_url = http://ini
markers =
    fast: quick
filterwarnings =
    ignore:nothing
    error::UserWarning
xfail_strict = true
''')
pathlib.Path('sub').mkdir()
pathlib.Path('sub/__init__.py').write_text('')
pathlib.Path('sub/conftest.py').write_text('''
import pytest
@pytest.fixture
def value(value): return value + 1
''')
pathlib.Path('sub/test_in.py').write_text('''
def test_v(value): assert value == 2
def test_w(value): assert value == 3
''')
pathlib.Path('test_top.py').write_text('''
import pytest, warnings
@pytest.mark.slow
def test_slow(): pass
@pytest.mark.fast
def test_url(url): assert url == "http://ini"
def test_gen(gen): assert gen < 15
def test_value(value): assert value == 1
def test_warn(): warnings.warn("x")
def test_complex(): assert 1j == 2j
@pytest.mark.xfail
def test_xp(): pass
class TestOver:
    @pytest.fixture
    def value(self, value): return value * 10
    def test_over(self, value): assert value == 10
''')
sys.exit(pytest.main(sys.argv[1:]))
