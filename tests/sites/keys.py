# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and certificates for servers and users of NATS, made by openssl, as `nk` and an authority would make them."""
import base64
import binascii
import subprocess

USER, SEED = 20 << 3, 18 << 3  # what the first letters of a key say: "U", "S"


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, input=given).stdout


class Authority:
    """Signs certificates of servers."""

    def __init__(self, folder, name="ca"):
        self.folder, self.key, self.certificate = folder, folder / f"{name}-key.pem", folder / f"{name}.pem"
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", f"/CN={name}",
                "-keyout", self.key, "-out", self.certificate)

    def sign(self, name, host):
        """A server's certificate and key, for the address `host`."""
        key, request, certificate = (self.folder / f"{name}{end}" for end in ("-key.pem", ".csr", ".pem"))
        extensions = self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={host}\n")
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={name}", "-keyout", key, "-out",
                request)
        openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-days", "30", "-extfile",
                extensions, "-out", certificate)
        return certificate, key


def in_letters(raw):
    return base64.b32encode(raw + binascii.crc_hqx(raw, 0).to_bytes(2, "little")).decode().rstrip("=")


class User:
    """A key pair of a user: the public key for the servers, the seed in a file for the program."""

    def __init__(self, folder, name):
        self.pem, self.seed = folder / f"{name}.pem", folder / f"{name}.nk"
        openssl("genpkey", "-algorithm", "ed25519", "-out", self.pem)
        secret = openssl("pkey", "-in", self.pem, "-outform", "DER")[-32:]
        public = openssl("pkey", "-in", self.pem, "-pubout", "-outform", "DER")[-32:]
        self.public = in_letters(bytes([USER]) + public)
        self.seed.write_text(in_letters(bytes([SEED | USER >> 5, (USER & 31) << 3]) + secret) + "\n")
        self.seed.chmod(0o600)

    def configured(self):
        """As the servers name it."""
        return f"nkey: {self.public}"

    def section(self):
        return f'nkey = "{self.public}"\nnkey_seed = "{self.seed}"\n'

    def sign(self, nonce):
        file = self.pem.with_suffix(".nonce")
        file.write_bytes(nonce)
        return openssl("pkeyutl", "-sign", "-rawin", "-inkey", self.pem, "-in", file)


class NamedUser:
    """A user with a name and a password, which lies in a file for the program."""

    def __init__(self, folder, name, password):
        self.name, self.password, self.file = name, password, folder / f"{name}.password"
        self.file.write_text(password + "\n")

    def configured(self):
        return f'user: "{self.name}", password: "{self.password}"'

    def section(self):
        return f'user = "{self.name}"\npassword_file = "{self.file}"\n'
