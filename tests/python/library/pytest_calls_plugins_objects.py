# recorded by hand: pytest is none of CPython's libraries
"""An object as a plugin: its hooks around all that a run does."""
import pathlib, pytest, sys
class Plugin:
    def pytest_collection_finish(self, session): print("collected", [i.nodeid for i in session.items])
    def pytest_runtest_logreport(self, report): print("report", report.nodeid, report.when, report.outcome)
    def pytest_sessionfinish(self, session, exitstatus): print("finish", int(exitstatus), session.testscollected, session.testsfailed)
    @pytest.fixture
    def from_plugin(self): return 42
    def pytest_warning_recorded(self, warning_message, when, nodeid, location): print("warning", warning_message.message, when, nodeid)
    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        print("before call")
        res = yield
        print("after call")
        return res
pathlib.Path('test_m.py').write_text('''
import pytest, warnings
def test_p(from_plugin): assert from_plugin == 42
def test_w():
    warnings.warn("hm")
    assert False
def test_w2():
    warnings.warn("hm")
@pytest.mark.filterwarnings("ignore")
def test_w3(): warnings.warn("ignored")
@pytest.mark.filterwarnings("error:hm")
def test_w4(): warnings.warn("hm error")
def test_config(pytestconfig, request):
    assert pytestconfig is request.config
    assert pytestconfig.getoption("verbose") == 1
    assert pytestconfig.getini("python_files") == ["test_*.py", "*_test.py"]
    assert pytestconfig.rootpath == pytestconfig.rootpath
def test_prop(record_property):
    record_property("k", 1)
def test_cache(cache):
    cache.set("a/b", 1)
    assert cache.get("a/b", None) == 1
def test_factory(tmp_path_factory):
    assert tmp_path_factory.mktemp("data").name == "data0"
    assert tmp_path_factory.mktemp("data").name == "data1"
''')
print(int(pytest.main(['-v', 'test_m.py'], plugins=[Plugin()])))
