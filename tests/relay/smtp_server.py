#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A mail server on loopback that fails as it is told, by what stands before the @ of the recipient:

  refused        550 5.1.1 to RCPT                    closes         closes after RCPT, without an answer
  busy           421 to RCPT, and closes              never          never answers RCPT
  grey           450 4.7.1 to RCPT                    slow           answers RCPT after a second
  full           552 5.2.2 to RCPT                    disk           452 4.3.1 after the mail
  cut            closes within the mail               unanswered     takes the mail, and closes without an answer
  login          530 to MAIL, for everybody

Each but `refused`, `never` and `slow` fails as often as --times says and is taken then. Mails that were taken are
files in FOLDER, "<n>.eml", with the recipient in a first line "X-Taken-For". Options are about the whole server:
--largest N answers 552 5.3.4 to a mail of more bytes, --tls CERT KEY offers STARTTLS, --greeting 421, --mute says
nothing at all, --login asks for it.
The port is the first line of output."""

import argparse
import asyncio
import pathlib
import ssl
import sys


class Server:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(options.folder)
        self.failures = {}
        self.taken = len(list(self.folder.glob("*.eml")))
        self.tls = None
        if options.tls:
            self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.tls.load_cert_chain(*options.tls)

    def fails(self, name):
        """Whether it is still to fail for this recipient."""
        count = self.failures.get(name, 0)
        self.failures[name] = count + 1
        return count < self.options.times

    def take(self, recipient, content):
        self.taken += 1
        path = self.folder / f"{self.taken}.tmp"
        path.write_bytes(b"X-Taken-For: " + recipient.encode() + b"\r\n" + content)
        path.rename(path.with_suffix(".eml"))

    async def serve(self, reader, writer):
        try:
            await self.session(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, TimeoutError):
            pass
        finally:
            writer.close()

    async def session(self, reader, writer):
        async def say(line):
            writer.write(line.encode() + b"\r\n")
            await writer.drain()

        if self.options.mute:
            await asyncio.sleep(3600)
        if self.options.greeting != "220":
            return await say(f"{self.options.greeting} go away")
        await say("220 faulty ESMTP")
        recipient = ""
        secured = False
        while line := await reader.readline():
            command = line.decode("utf-8", "replace").strip()
            verb = command.split(" ")[0].upper()
            if verb in ("EHLO", "HELO"):
                offers = ["faulty", "8BITMIME"] + (["STARTTLS"] if self.tls and not secured else [])
                for offer in offers[:-1]:
                    writer.write(f"250-{offer}\r\n".encode())
                await say(f"250 {offers[-1]}")
            elif verb == "STARTTLS":
                await say("220 go on")
                await writer.start_tls(self.tls)
                secured = True
            elif verb == "MAIL":
                await say("530 5.7.0 log in" if self.options.login else "250 2.1.0 ok")
            elif verb == "RCPT":
                recipient = command[command.index("<") + 1:command.index(">")]
                if not await self.answer_recipient(recipient, say):
                    return
            elif verb == "DATA":
                await say("354 go on")
                if not await self.read_mail(reader, recipient, say):
                    return
            elif verb == "QUIT":
                return await say("221 bye")
            elif verb in ("NOOP", "RSET", "VRFY"):
                await say("250 ok")
            else:
                await say("502 5.5.2 what")

    async def answer_recipient(self, recipient, say):
        kind = recipient.split("@")[0].split(".")[0]
        if kind == "refused":
            await say("550 5.1.1 <" + recipient + ">: nobody of that name")
        elif kind == "never":
            await asyncio.sleep(3600)
        elif kind == "busy" and self.fails(recipient):
            await say("421 4.3.2 too much to do")
            return False
        elif kind == "grey" and self.fails(recipient):
            await say("450 4.7.1 come again")
        elif kind == "full" and self.fails(recipient):
            await say("552 5.2.2 mailbox full")
        elif kind == "closes" and self.fails(recipient):
            return False
        else:
            if kind == "slow":
                await asyncio.sleep(1)
            await say("250 2.1.5 ok")
        return True

    async def read_mail(self, reader, recipient, say):
        kind = recipient.split("@")[0].split(".")[0]
        content = b""
        while True:
            line = await reader.readline()
            if not line:
                return False
            if kind == "cut" and self.failures.get(recipient, 0) < self.options.times:
                self.fails(recipient)
                return False
            if line == b".\r\n":
                break
            content += line[1:] if line.startswith(b".") else line
        if 0 < self.options.largest < len(content):
            await say("552 5.3.4 Message size exceeds fixed limit")
            return True
        if kind == "disk" and self.fails(recipient):
            await say("452 4.3.1 disk full")
            return True
        self.take(recipient, content)
        if kind == "unanswered" and self.fails(recipient):
            return False
        await say("250 2.0.0 taken")
        return True


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--largest", type=int, default=0)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--greeting", default="220")
    parser.add_argument("--mute", action="store_true")
    parser.add_argument("--login", action="store_true")
    server = Server(parser.parse_args())
    listening = await asyncio.start_server(server.serve, "127.0.0.1", server.options.port)
    print(listening.sockets[0].getsockname()[1], flush=True)
    async with listening:
        await listening.serve_forever()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        sys.exit(0)
