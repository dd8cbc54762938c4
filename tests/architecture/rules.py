# SPDX-License-Identifier: Apache-2.0
"""The rules of the tree: which room may include which, and how large a piece may be. docs/architecture.md says why."""

# What a file of a room may include, as the first part of the path of an include. Its own room is always allowed.
# "dondoc" is what protoc makes of proto/.
ARROWS = {
    "core/domain": set(),
    "core/text": {"domain"},
    "core/language": {"domain"},
    "core/wire": {"domain", "language", "text", "dondoc"},
    "daemon/store": {"domain"},
    "daemon/engine": {"domain", "language", "wire", "store", "dondoc"},
    "daemon/config": {"domain", "language", "text"},
    "daemon/door": {"domain"},
    "daemon/hub": {"door", "domain", "language", "text", "wire", "store", "engine", "config", "dondoc"},
    "daemon": {"domain", "language", "text", "wire", "store", "engine", "config", "hub", "door", "dondoc"},
    "client/lib": {"domain", "wire", "dondoc"},
    "client/program": {"domain", "text", "lib", "dondoc"},
    "client/words": {"domain", "text", "wire", "dondoc"},
    "client/sheet": {"domain", "text"},
    "client/ics": {"domain"},
    "client/figures": set(),
    "client/plan": {"domain", "language", "text", "wire", "sheet", "dondoc"},
    "client/filled": {"domain", "language", "text", "words", "sheet", "plan", "dondoc"},
    "client/report": {"domain", "text", "lib", "words", "wire", "sheet", "plan", "ics", "dondoc"},
    "client/signature": {"domain", "plan"},
    "client/edxml": {"domain", "text", "program", "lib", "plan", "signature", "dondoc"},
    "client/cli": {"edxml", "program", "domain", "language", "text", "words", "wire", "lib", "sheet", "plan", "filled", "report", "figures", "dondoc"},
    "client/relay": {"domain", "language", "text", "words", "wire", "program", "lib", "ics", "figures", "dondoc"},
    "client/web": {"domain", "language", "text", "words", "wire", "program", "lib", "sheet", "plan", "filled", "report", "figures", "dondoc"},
    "client/jetstream": {"domain", "language"},
    "client/bridge": {"domain", "language", "text", "wire", "program", "lib", "jetstream", "dondoc"},
    "client/central": {"domain", "language", "text", "wire", "program", "lib", "jetstream", "dondoc"},
    "client": {"cli", "lib", "relay", "web", "jetstream", "bridge", "central", "plan", "text"},
}

# Rooms that are parted into sub-rooms, and what alone stands beside these: what the whole room is asked through.
PARTED = {
    "client/cli": set(),
    "client/plan": {"preview", "reader"},
    "core/language": {"readers"},
    "daemon/hub": {"hub"},
}

# Folders of a room that CMake makes a library of their own; what else is in the room is one library.
LIBRARIES_OF_THEIR_OWN = {"client/web/http", "client/web/session", "client/web/pages"}

# Libraries that only some rooms may know: the narrow doors to network, disk and formats.
DOORS = {
    "zmq": {"daemon/hub", "daemon", "client/lib"},
    "SQLiteCpp/": {"daemon/store", "daemon/engine", "client/relay", "client/web"},
    "sqlite3.h": {"daemon/store", "client/relay", "client/web"},
    "poppler/": {"client/plan"},
    "CLI/": {"client/cli", "client/program", "client/edxml", "client/relay", "client/web", "client/bridge", "client/central", "daemon", "client"},
    "nats/": {"client/jetstream"},
    "pqxx/": {"client/central"},
    "xlsxwriter": {"client/sheet"},
    "zip.h": {"client/plan", "client/sheet", "client/cli"},
    "sodium": {"daemon/door", "daemon/hub", "daemon/store", "daemon", "client/relay", "client/web"},
    "curl/": {"client/relay"},
    "openssl/": {"client/web", "client/signature"},
    "xmlsec/": {"client/signature"},
    "microhttpd.h": {"client/web"},
    "liboath/": {"client/web"},
    "qrencode.h": {"client/web"},
    "libical/": {"client/ics"},
    "prometheus/": {"client/figures"},
}

# Errors that somebody acts on: the first part of their key -> their type.
KINDS_OF_ERRORS = {"storage.": "store::StorageError"}

MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 70

# Tables that are read as one list, top to bottom; cutting them would hide what they show.
LONG_ON_PURPOSE = {
    "daemon/store/schema.cpp": "the migrations, in order: none may ever change",
}

# Where a type of the standard library comes from. A file includes what it uses, itself or by its own header.
STANDARD = {
    "string": ["string"], "to_string": ["string"], "string_view": ["string_view"], "vector": ["vector"],
    "optional": ["optional"], "nullopt": ["optional"], "map": ["map"], "multimap": ["map"], "set": ["set"], "multiset": ["set"],
    "unordered_map": ["unordered_map"], "unordered_set": ["unordered_set"], "function": ["functional"],
    "unique_ptr": ["memory"], "shared_ptr": ["memory"], "make_unique": ["memory"], "make_shared": ["memory"],
    "variant": ["variant"], "visit": ["variant"], "get_if": ["variant"], "monostate": ["variant"],
    "array": ["array"], "deque": ["deque"], "span": ["span"], "atomic": ["atomic"], "thread": ["thread"],
    "mutex": ["mutex"], "chrono": ["chrono"], "filesystem": ["filesystem"], "ifstream": ["fstream"], "ofstream": ["fstream"],
    "ostringstream": ["sstream"], "istringstream": ["sstream"], "uint64_t": ["cstdint"], "int64_t": ["cstdint"],
    "uint32_t": ["cstdint"], "int32_t": ["cstdint"], "uint8_t": ["cstdint"], "uint16_t": ["cstdint"],
    "pair": ["utility", "map", "unordered_map"], "tuple": ["tuple"], "tie": ["tuple"], "any_of": ["algorithm"], "all_of": ["algorithm"],
    "none_of": ["algorithm"], "sort": ["algorithm"], "stable_sort": ["algorithm"], "find_if": ["algorithm"],
    "lower_bound": ["algorithm"], "upper_bound": ["algorithm"], "min_element": ["algorithm"], "max_element": ["algorithm"],
    "accumulate": ["numeric"], "numeric_limits": ["limits"], "runtime_error": ["stdexcept"], "logic_error": ["stdexcept"],
    "from_chars": ["charconv"], "to_chars": ["charconv"], "back_inserter": ["iterator"], "regex": ["regex"],
}
