"""A Sphinx extension: code blocks that run. Copy this file beside conf.py (or anywhere on sys.path).

conf.py:

    extensions = ["sphinx_loopscope"]
    loopscope_script = "https://…/loopscope-embed.js"

A document, in reStructuredText, or in MyST Markdown with ```{loopscope}:

    .. loopscope::
       :view: timeline,console
       :step: out:1

       import asyncio
       …

    .. loopscope:: program.py

The options are the attributes of <loop-scope>. Other builders than HTML's get the program as a code block.
"""
import html
import pathlib

from docutils import nodes
from docutils.parsers.rst import Directive, directives

OPTIONS = (
    "src view step from to autoplay speed controls editor predict expect theme lang height load seed options"
).split()


class loopscope(nodes.literal_block):
    """The program; `attributes_of_element` is what the reader's element says."""


class LoopscopeDirective(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {name: directives.unchanged for name in OPTIONS}

    def run(self):
        environment = self.state.document.settings.env
        code = "\n".join(self.content)
        if self.arguments:
            if code:
                return [self.error("loopscope takes a file or a program, not both")]
            relative, path = environment.relfn2path(self.arguments[0])
            environment.note_dependency(relative)
            try:
                code = pathlib.Path(path).read_text(encoding="utf-8")
            except OSError as error:
                return [self.error(f"loopscope cannot read {self.arguments[0]}: {error.strerror}")]
        elif not code and "src" not in self.options:
            return [self.error("loopscope needs a program: indented below, a file, or :src:")]
        node = loopscope(code, code, language="python")
        node["element"] = {name: self.options[name] or "" for name in OPTIONS if name in self.options}
        return [node]


def visit_html(self, node):
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in node["element"].items())
    code = html.escape(node.rawsource, quote=False)
    self.body.append(f"<loop-scope{attributes}><pre><code>{code}</code></pre></loop-scope>\n")
    raise nodes.SkipNode


def visit_other(self, node):
    self.visit_literal_block(node)


def depart_other(self, node):
    self.depart_literal_block(node)


def add_script(app, pagename, templatename, context, doctree):
    """The script, on the pages that have such a block."""
    if doctree is not None and next(iter(doctree.findall(loopscope)), None) is not None:
        app.add_js_file(app.config.loopscope_script, type="module")


def setup(app):
    app.add_config_value("loopscope_script", "loopscope-embed.js", "html")
    other = (visit_other, depart_other)
    app.add_node(loopscope, html=(visit_html, None), latex=other, text=other, man=other, texinfo=other)
    app.add_directive("loopscope", LoopscopeDirective)
    app.connect("html-page-context", add_script)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
