import builtins, gettext, os, struct, tempfile, warnings, webbrowser


def catalog(messages, plurals, charset="utf-8"):
    head = f"Project-Id-Version: shop\nContent-Type: text/plain; charset={charset}\nPlural-Forms: nplurals=3; plural={plurals};\n"
    pairs = sorted((key.encode(), text.encode(charset)) for key, text in {"": head, **messages}.items())
    table, at, body = [], 28 + 16 * len(pairs), b""
    for column in (0, 1):
        for pair in pairs:
            table += [len(pair[column]), at + len(body)]
            body += pair[column] + b"\0"
    numbers = [0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0, *table]
    return struct.pack(f"<{len(numbers)}I", *numbers) + body


RUSSIAN = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
with tempfile.TemporaryDirectory() as folder:
    for language, messages, rule in (
        ("ru", {"Hello": "Привет", "file\0files": "файл\0файла\0файлов", "menu\x04Open": "Открыть"}, RUSSIAN),
        ("uk", {"Bye": "Бувай"}, "0"),
    ):
        place = os.path.join(folder, language, "LC_MESSAGES")
        os.makedirs(place)
        with open(os.path.join(place, "shop.mo"), "wb") as file:
            file.write(catalog(messages, rule))
    found = gettext.find("shop", folder, ["xx", "ru_RU.UTF-8", "uk"], all=True)
    print([os.path.relpath(path, folder) for path in found], gettext.find("shop", folder, ["C"]))
    shop = gettext.translation("shop", folder, languages=["ru", "uk"])
    print(shop.gettext("Hello"), shop.gettext("Bye"), shop.gettext("Other"), shop.pgettext("menu", "Open"), shop.pgettext("x", "Open"))
    print([shop.ngettext("file", "files", n) for n in (1, 2, 5, 11, 21, 22, 112)], shop.ngettext("cat", "cats", 2), shop.gettext("file"))
    print(shop.info(), shop.charset(), type(shop).__name__)
    os.environ["LANGUAGE"] = "ru"
    print(gettext.bindtextdomain("shop", folder) == folder, gettext.textdomain(), gettext.textdomain("shop"), gettext.gettext("Hello"))
    gettext.install("shop", folder, names=["ngettext"])
    print(_("Hello"), ngettext("file", "files", 3), gettext.dgettext("none", "Hello"))
    del builtins._, builtins.ngettext
    with open(os.path.join(place, "bad.mo"), "wb") as file:
        file.write(b"nothing of a catalog")
    try:
        gettext.translation("bad", folder, ["uk"])
    except OSError as error:
        print(error.strerror, os.path.basename(error.filename))

try:
    gettext.translation("absent", "/nowhere")
except FileNotFoundError as error:
    print(error)
plain = gettext.translation("absent", fallback=True)
print(type(plain).__name__, plain.gettext("same"), plain.ngettext("one", "many", 1), plain.npgettext("c", "one", "many", 2), vars(plain))
plain.add_fallback(shop)
print(plain.gettext("Hello"), plain.ngettext("file", "files", 7))

for rule in ("n != 1", "0", RUSSIAN, "n>1 || !n", "n/10", "n>", "x", "n n", "(n", "n ? 1", "n**2", "n" * 1200):
    try:
        form = gettext.c2py(rule)
        print([form(n) for n in range(23)])
    except ValueError as error:
        print(error)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    print(gettext.c2py("n != 1")(1.0), [str(w.message) for w in told])
try:
    gettext.c2py("n")("1")
except TypeError as error:
    print(error)


class Shown(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print("shown", url, new, autoraise, self.name, self.basename)
        return url != "refused"


try:
    webbrowser.get("firefox-of-nobody")
except webbrowser.Error as error:
    print(repr(error))
webbrowser.register("Mine", None, Shown("mine"), preferred=True)
print(webbrowser.open("https://a.example"), webbrowser.open_new("b"), webbrowser.open_new_tab("c"))
print(webbrowser.get("mine").name, isinstance(webbrowser.get(), Shown))
command = webbrowser.get("echo %s end")
print(type(command).__name__, command.name, command.args, command.basename)
print(type(webbrowser.get("echo %s &")).__name__, webbrowser.GenericBrowser("/no/such/one").open("d"), webbrowser.Error.__bases__)
