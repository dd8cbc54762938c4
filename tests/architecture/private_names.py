# SPDX-License-Identifier: Apache-2.0
"""Names that a .cpp keeps to itself: its anonymous namespace, its aliases and using declarations.

Builds join the files of a library, so these names reach the files that follow. There one could hide, or overload, what
another file means, and nobody would be told. So a private name is used in one file of its library alone.
docs/decisions/joined-everywhere.md says why.
"""

import collections
import re

from rules import LIBRARIES_OF_THEIR_OWN

# What clang-format puts between two spaces is an operator; else & and * belong to a type, < and > to a template.
TOKEN = re.compile(r"\s(?:&&?|\*|<|>)\s|[A-Za-z_]\w*|::|->|&&|\d[\w.']*|[^\s\w]")
DEFINITION = re.compile(r"^[ \t]*#[ \t]*define\b", re.M)
DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.M)
WORD = re.compile(r"[A-Za-z_]\w*$")
LITERAL = re.compile(r"(?:\d.*|true|false)$")
# Words before which a name is used, not declared.
BEFORE_A_USE = {"return", "co_return", "co_await", "co_yield", "else", "case", "throw", "new", "delete", "not", "and", "or", "do", "sizeof"}
# Functions of the standard library that a call with a std::string means, too, wherever a joined file includes their header.
FOUND_BY_A_STRING = {"erase", "erase_if", "getline", "quoted", "stod", "stoi", "stol", "stoll", "stoul", "stoull", "swap"}

Declared = collections.namedtuple("Declared", "name kind private at means")


class FileScope:
    """What stands in a file's namespaces, outside of functions and types."""

    def __init__(self, code):
        self.tokens = TOKEN.findall(DIRECTIVE.sub("", code)) + [";"]
        self.at = 0
        self.scopes = []  # of each open brace: the names of its namespace, [] without a name; None: extern "C"
        self.declared = []
        self.directives = []
        while self.at < len(self.tokens):
            self.statement()

    def add(self, at, kind, private=False, means=()):
        """In namespaces of others stands only what others have."""
        path = [name for scope in self.scopes for name in scope or ("extern",)]
        hidden = private or [] in self.scopes
        if path[:1] == ["dondoc"] or hidden and not path:
            self.declared.append(Declared(self.tokens[at], kind, hidden, at, means))

    def statement(self):
        tokens, start = self.tokens, self.at
        first = tokens[start]
        if first in (";", "}"):
            if first == "}":
                self.scopes.pop()
            self.at += 1
        elif first == "namespace" and tokens[start + 2] != "=":
            self.at = tokens.index("{", start) + 1
            self.scopes.append([word for word in tokens[start + 1:self.at - 1] if word != "::"])
        elif first == "extern" and tokens[start + 1] == "{":
            self.scopes.append(None)
            self.at += 2
        elif first in ("using", "namespace"):
            self.at = tokens.index(";", start)
            name = start + 1 if tokens[start + 2] == "=" else self.at - 1
            if tokens[start + 1] == "namespace":
                self.directives.append("".join(tokens[start + 2:self.at]))
            else:
                self.add(name, "alias", True, tuple(tokens[start:self.at]))
        else:
            self.declaration()

    def declaration(self):
        self.skip_templates_and_attributes()
        tokens, start = self.tokens, self.at
        called, end = self.head()
        head = tokens[start:end]
        if head[0] in ("class", "struct", "union", "enum") and called is None:
            scoped = head[1:2] in (["class"], ["struct"])
            if WORD.match(tokens[start + 1 + scoped]) and (tokens[end] != ";" or [] in self.scopes):
                self.add(start + 1 + scoped, "type")
            if head[0] == "enum" and not scoped:
                for at in range(end + 1, self.behind_braces(end)):
                    if tokens[at - 1] in ("{", ",") and WORD.match(tokens[at]):
                        self.add(at, "constant")
        elif called is not None:
            if tokens[called - 1] != "::" and tokens[called] not in ("operator", "static_assert", "main"):
                self.add(called, "function", "static" in head)
        else:
            name = end - 1
            while not WORD.match(tokens[name]) or tokens[name - 1] == "[":
                name -= 1
            if tokens[name - 1] != "::":
                self.add(name, "constant", "static" in head)
        self.at = end
        if tokens[end] == "=":
            while tokens[self.at] != ";":
                self.at = self.behind_braces(self.at) if tokens[self.at] == "{" else self.at + 1
        elif tokens[end] == "{":
            self.at = self.behind_braces(end)
            # Members that are initialised with braces stand before a constructor's body, handlers behind it.
            while called is not None and (":" in head and tokens[self.at] in (",", "{") or tokens[self.at] == "catch"):
                self.at = self.behind_braces(tokens.index("{", self.at))

    def skip_templates_and_attributes(self):
        while self.tokens[self.at] in ("template", "["):
            opening, closing = ("<", ">") if self.tokens[self.at] == "template" else ("[", "]")
            while self.tokens[self.at].strip() != opening:
                self.at += 1
            depth = parentheses = 0
            while True:
                token = self.tokens[self.at].strip()
                parentheses += (token == "(") - (token == ")")
                if not parentheses:
                    depth += (token == opening) - (token == closing)
                self.at += 1
                if depth == 0:
                    break

    def head(self):
        """Where the name before the first parenthesis is (None: there is none), and where the head ends."""
        tokens, at, called, parentheses, angles = self.tokens, self.at, None, 0, 0
        while parentheses or tokens[at] not in ("{", ";", "="):
            token = tokens[at]
            if token == "operator":
                called = at if called is None else called
                at += 3 if tokens[at + 1] == "(" else 1
                while tokens[at] != "(":
                    at += 1
                continue
            if token == "(":
                if not parentheses and not angles and called is None and tokens[at - 1] not in ("alignas", "decltype"):
                    called = at - 1
                parentheses += 1
            elif token == ")":
                parentheses -= 1
            elif not parentheses:
                angles += (token == "<") - (token == ">")
            at += 1
        return called, at

    def behind_braces(self, at):
        depth = 0
        while True:
            depth += (self.tokens[at] == "{") - (self.tokens[at] == "}")
            at += 1
            if depth == 0:
                return at


class Names:
    """What a file says, by its tokens."""

    def __init__(self, source):
        scope = FileScope(source.code)
        self.source = source
        self.tokens = scope.tokens
        self.declared = scope.declared
        self.directives = scope.directives
        self.is_header = source.path.endswith(".h")
        self.own = {one.name for one in self.declared}
        self.declared_at = {one.at for one in self.declared}
        self.inner = set(self.tokens) - self.own
        self.private = {} if self.is_header else {one.name: one for one in self.declared if one.private}
        self.library = library_of(source)

    def uses(self, names):
        """Which of these names stand here without what they belong to: name -> where."""
        found = collections.defaultdict(list)
        for at, token in enumerate(self.tokens):
            if token in names and self.tokens[at - 1] not in (".", "->", "::"):
                found[token].append(at)
        return found

    def declares(self, at):
        """Whether this is the name of a variable, parameter or type of the file's own."""
        if self.tokens[at + 1] not in ("=", "{", ";", ",", ")", ":", "(", "[", "]"):
            return False
        while self.tokens[at - 1] == "," and self.tokens[at + 1] != "(":  # "int a = 0, b"
            at -= 4 if LITERAL.match(self.tokens[at - 2]) else 3 if self.tokens[at - 2] == "=" else 2
            if not WORD.match(self.tokens[at]):
                return False
        before = self.tokens[at - 1]
        if before == "{":
            return "enum" in self.tokens[max(0, at - 6):at]
        return before in (">", "&", "*", "&&", "[") or bool(WORD.match(before)) and before not in BEFORE_A_USE

    def calls(self, at):
        return self.tokens[at + 1] == "(" and not self.declares(at)


def library_of(source):
    """What CMake joins: a room, or the folder of a room that is a library of its own. None: a program of one file."""
    folder, _, name = source.path.rpartition("/")
    if source.room == "client" or name == "main.cpp" and source.room != "daemon":
        return None
    return folder if folder in LIBRARIES_OF_THEIR_OWN else source.room


class Library:
    """The files that are joined, and the names that they can mean."""

    def __init__(self, files, known):
        self.files = [file for file in files if not file.is_header]
        self.headers = [file for file in files if file.is_header]
        self.public = {}
        for header in known + self.headers:
            self.public.update({one.name: one.kind for one in header.declared})
        self.keepers = collections.defaultdict(list)
        for file in self.files:
            for name in file.private:
                self.keepers[name].append(file)

    def twice(self):
        """A private name of several files. Aliases that say the same are one name."""
        for name, files in self.keepers.items():
            meanings = {file.private[name].means for file in files}
            if len(files) > 1 and (len(meanings) > 1 or not meanings.pop()):
                for file in files[1:]:
                    yield file, f"{name} is private here and in {files[0].source.path}, and builds join them"

    def hidden(self, by_include):
        """A private name of one file by which others mean something else."""
        losers = collections.defaultdict(list)
        for user in self.files + self.headers:
            headers = [by_include[name] for local, name in user.source.includes if local and name in by_include]
            for name, places in user.uses(self.keepers).items():
                if name not in user.private and self.means_another(name, places, user, headers):
                    losers[name].append(user.source.path)
        for name, users in losers.items():
            more = f" and {len(users) - 1} more mean" if len(users) > 1 else " means"
            for keeper in self.keepers[name]:
                yield keeper, f"{name} is private here, {users[0]}{more} another, and builds join them"

    def means_another(self, name, places, user, headers):
        if name in user.own and not user.is_header:
            return True
        places = [at for at in places if at not in user.declared_at]
        own = any(user.declares(at) for at in places) or any(name in header.inner for header in headers)
        public = self.public.get(name)
        if public in ("type", "alias"):
            own_type = any(user.tokens[at - 1] in ("struct", "class", "enum", "typename", "using") for at in places)
            return not own_type and not all(user.declares(at) for at in places)
        called = any(user.calls(at) for at in places)
        return called and (public is not None or not own) or bool(places) and public is not None and not own


def breaches(sources, known):
    """(source, text) of each. `known`: room -> the rooms that it may know."""
    files = []
    for source in sources:
        try:
            files.append(Names(source))
        except (IndexError, ValueError):
            yield source, "private_names.py does not understand what stands in its namespaces: teach it"
    by_include = {file.source.path.partition("/")[2]: file for file in files if file.is_header}
    libraries = collections.defaultdict(list)
    for file in files:
        libraries[file.library].append(file)
    libraries.pop(None, None)
    for library, own in libraries.items():
        words = known[own[0].source.room]
        others = [file for file in by_include.values() if file.library != library and file.source.room.rpartition("/")[2] in words]
        joined = Library(own, others)
        for file, text in [*joined.twice(), *joined.hidden(by_include)]:
            yield file.source, text + ": give it a name of its own, or let one piece serve both"
    declared = set().union(*(file.own for file in by_include.values()))
    for file in files:
        for one in file.declared:
            if one.kind == "function" and one.name in FOUND_BY_A_STRING:
                yield file.source, f"{one.name} is a function of the standard library, too, which a call with a std::string may mean: call it otherwise"
        if file.is_header:
            continue
        for one in file.declared:
            if not one.private and one.name not in declared:
                yield file.source, f"{one.name} is in no header: put it into the anonymous namespace"
        for name in file.directives:
            if not name.endswith("_literals"):
                yield file.source, f"using namespace {name} reaches the files that are joined after this one: use it in a function, or name what you use"
        if DEFINITION.search(file.source.code):
            yield file.source, "a macro reaches the files that are joined after this one: make it a constant or a function"
