# __import__ with a level: the package is taken from the globals that are given.
import sys
import types

package = types.ModuleType("shop")
package.__path__ = []
inner = types.ModuleType("shop.tools")
inner.__path__ = []
leaf = types.ModuleType("shop.tools.knife")
sys.modules.update({"shop": package, "shop.tools": inner, "shop.tools.knife": leaf})
package.tools = inner
inner.knife = leaf
names = {"__name__": "shop.till", "__package__": "shop"}


def show(*args):
    try:
        print(args[0], args[3:], "->", __import__(*args).__name__)
    except Exception as exc:
        print(args[0], args[3:], type(exc).__name__, exc)


show("tools", names, None, [], 1)
show("tools.knife", names, None, [], 1)
show("tools.knife", names, None, ["edge"], 1)
show("", names, None, ["tools"], 1)
show("", names, None, [], 1)
show("knife", {"__name__": "shop.tools", "__path__": []}, None, [], 1)
show("tools", {"__name__": "shop.till"}, None, [], 1)
show("tools", names, None, [], 2)
show("tools", {"__name__": "__main__"}, None, [], 1)
show("tools", {}, None, [], 1)
show("tools", names, None, [], -1)
show("shop.tools.knife")
show("shop.tools.knife", None, None, ["edge"])
show(3)
