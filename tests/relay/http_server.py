#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An HTTP server on loopback that answers with what stands in a file and notes what it was asked.

FOLDER/answers has one answer a line, "<status> <body>"; the last one stays. Each request is a line of JSON in
FOLDER/asked: path, headers, body. A path with /token takes its answers from FOLDER/token_answers instead.
The port is the first line of output."""

import http.server
import json
import pathlib
import sys
import threading


def main(folder):
    lock = threading.Lock()
    used = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            name = "token_answers" if "/token" in self.path else "answers"
            with lock:
                lines = (folder / name).read_text().splitlines()
                nth = used.get(name, 0)
                used[name] = nth + 1
                with (folder / "asked").open("a") as asked:
                    asked.write(json.dumps({"path": self.path, "headers": dict(self.headers), "body": body}) + "\n")
            status, _, text = lines[min(nth, len(lines) - 1)].partition(" ")
            self.send_response(int(status))
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_PUT = do_POST

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
