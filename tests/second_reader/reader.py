"""A second reader of backups, written from docs/format.md alone (sections 2, 3, 6.1, 6.2 and 9).

    reader.py FILE               asks for the passphrase, tells what is in the file
    reader.py FILE --recovery    asks for the four lines of the recovery sheet
    reader.py --check FOLDER     reads every frozen backup of the folder and compares with what its head expects

Needs the packages `cryptography` and `argon2-cffi`. Reads the file as a stream, in two passes.
"""

import getpass
import hashlib
import hmac
import io
import pathlib
import sys
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK, TAG, HEADER = 16_384, 16, 512
MAX_RECORDS, MAX_STREAM, MAX_BODY = 1 << 20, 1 << 34, 4 << 20
WAYS = {"passphrase": 1, "recovery": 2}
FROZEN_SHEET, FROZEN_PASSPHRASE = b"twenty bytes, a key.", "correct horse"

class Refused(Exception):
    """Why a file is refused, in the words that the frozen files use."""

def number(data): return int.from_bytes(data, "big")

# Section 2: the box.

def expand(key, info, length):
    """HKDF-Expand (RFC 5869, 2.3) with HMAC-SHA-512."""
    out, block, counter = b"", b"", 1
    while len(out) < length:
        block = hmac.digest(key, block + info + bytes([counter]), "sha512")
        out, counter = out + block, counter + 1
    return out[:length]

def schedule(key, context, salt):
    okm = expand(key, b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt + context, 76)
    return AESGCM(okm[:32]), number(okm[32:44]), okm[44:]

def open_chunk(cipher, base, index, sealed):
    return cipher.decrypt((base ^ index).to_bytes(12, "big"), sealed, None)

def commits(key, context, box): return hmac.compare_digest(schedule(key, context, box[:24])[2], box[24:56])

# Section 3: from a way in to W.

def wrapping_key(way, secret, parameters=b""):
    """HKDF-SHA-512 with an empty salt, for "trestle/v1/backup-kek/"."""
    extracted = hmac.digest(bytes(64), secret, "sha512")
    return expand(extracted, b"trestle/v1/backup-kek/" + way.encode() + b"\0" + parameters, 32)

def derivation_parameters(header):
    """B of section 3.2: made from the fields of a header, no slice of it."""
    return header[12:15] + b"\0" + header[16:40]

def passphrase_key(header, passphrase):
    typed = unicodedata.normalize("NFC", passphrase).encode()
    if not 1 <= len(typed) <= 1024:
        raise Refused("this cannot be a passphrase")
    memory, passes = number(header[16:20]), number(header[20:24])
    secret = hash_secret_raw(typed, header[24:40], passes, memory, 1, 32, Type.ID, 0x13)
    return wrapping_key("passphrase", secret, derivation_parameters(header))

def sheet_secret(lines):
    """20 bytes: four lines of eight Crockford characters and a check symbol."""
    symbols, secret = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U", b""
    for line in lines:
        typed = line.upper().replace(" ", "").replace("-", "").translate(str.maketrans("OIL", "011"))
        values = [symbols.find(letter) for letter in typed]
        if len(values) != 9 or min(values) < 0 or max(values[:8]) > 31:
            raise Refused("a line of the sheet is not of nine of its characters")
        value = 0
        for digit in values[:8]:
            value = value << 5 | digit
        if value % 37 != values[8]:
            raise Refused("the check symbol of a line of the sheet does not fit")
        secret += value.to_bytes(5, "big")
    return secret

# Section 9: the header and its slots.

def check_header(beginning):
    if beginning[:8] != b"TRSTLBK1":
        raise Refused("NotABackup")
    if len(beginning) < 12:
        raise Refused("Cut { at: 0 }")
    form, lowest = number(beginning[8:10]), number(beginning[10:12])
    if form > 1 or lowest > 1:
        raise Refused(f"TooNew {{ lowest_reader: {lowest} }}")
    if len(beginning) < HEADER:
        raise Refused("Cut { at: 0 }")
    kdf, suite, lanes, slots = beginning[12:16]
    if (kdf, suite) != (1, 1):
        raise Refused("UnknownSuite")
    if form != 1 or lowest != 1 or slots != 2 or any(beginning[312:HEADER]):
        raise Refused("HeaderDamaged")
    memory, passes = number(beginning[16:20]), number(beginning[20:24])
    inside = 19_456 <= memory <= 524_288 and 2 <= passes <= 16 and memory * passes <= 2_097_152
    if lanes != 1 or not inside:
        cost = f"CostOutOfRange {{ memory_kib: {memory}, passes: {passes} }}"
        raise Refused(f"CostOutOfRange({cost})")

def file_key(header, way, key):
    slots = [header[56:184], header[184:312]]
    contexts = [b"trestle/v1/backup-slot\0" + header[40:56] + bytes([index]) for index in (0, 1)]
    matches = [commits(key, context, slot) for context, slot in zip(contexts, slots)]
    if True not in matches:
        raise Refused("NoMatch")
    index = matches.index(True)
    cipher, base, _ = schedule(key, contexts[index], slots[index][:24])
    try:
        inside = open_chunk(cipher, base, 0, slots[index][56:])
    except InvalidTag:
        raise Refused("HeaderDamaged") from None
    if inside[32] != WAYS[way] or any(inside[33:]):
        raise Refused("HeaderDamaged")
    return inside[:32]

# Section 9: the payload.

class Stream:
    """The authentic bytes of the stream, in order."""

    def __init__(self, file, header, key):
        self.file, self.index, self.taken, self.ahead, self.ended = file, 0, 0, b"", False
        prefix = file.read(56)
        if len(prefix) < 56:
            raise Refused(f"Cut {{ at: {HEADER} }}")
        payload, context = expand(key, b"trestle/v1/backup/payload", 32), hashlib.sha512(header).digest()
        if not commits(payload, context, prefix):
            raise Refused("HeaderDamaged")
        self.cipher, self.base, _ = schedule(payload, context, prefix[:24])

    def more(self):
        """Opens one chunk more; a shorter one is the last."""
        sealed = self.file.read(CHUNK + TAG)
        at = HEADER + 56 + self.index * (CHUNK + TAG)
        last = len(sealed) < CHUNK + TAG
        try:
            self.ahead += open_chunk(self.cipher, self.base, self.index, sealed)
        except (InvalidTag, ValueError):
            raise Refused(f"{'Cut' if last else 'Damaged'} {{ at: {at} }}") from None
        self.index, self.ended = self.index + 1, last
        if self.taken + len(self.ahead) > MAX_STREAM:
            raise Refused("TooLarge")

    def take(self, length):
        while len(self.ahead) < length:
            if self.ended:
                raise Refused("Stream")
            self.more()
        taken, self.ahead = self.ahead[:length], self.ahead[length:]
        self.taken += length
        return taken

    def padding(self):
        """Nothing but zeros, up to the Padmé size of what was taken."""
        content = self.taken
        while True:
            zero = not any(self.ahead)
            self.taken, self.ahead = self.taken + len(self.ahead), b""
            if not zero or self.taken > padme(content) or (self.ended and self.taken != padme(content)):
                raise Refused("Stream")
            if self.ended:
                return
            self.more()

def padme(length):
    exponent = length.bit_length() - 1
    step = 1 << (exponent - exponent.bit_length())
    return (length + step - 1) // step * step

def records(stream, about):
    last = None
    for position in range(1, about["records"] + 1):
        record_id, length = stream.take(16), number(stream.take(4))
        if last is not None and record_id <= last:
            raise Refused(f"Record {{ number: {position} }}")
        try:
            yield record_id, record(stream.take(length))
        except ValueError:
            raise Refused(f"Record {{ number: {position} }}") from None
        last = record_id
    stream.padding()

# Sections 6.1 and 6.2: a record without padding.

def record(data):
    file = io.BytesIO(data)

    def take(length):
        taken = file.read(length)
        if len(taken) < length:
            raise ValueError("ends early")
        return taken

    kind, count = take(2)
    versions, hashes = [], []
    for _ in range(count):
        start = file.tell()
        codec, schema, flags, changed = take(1)[0], number(take(2)), take(1)[0], number(take(8))
        clock = [(take(8), number(take(4))) for _ in range(number(take(2)))]
        length = number(take(4))
        devices = [device for device, _ in clock]
        if codec not in (1, 2) or flags > 1 or length > MAX_BODY or any(seen == 0 for _, seen in clock):
            raise ValueError("a field is out of its range")
        if any(a >= b for a, b in zip(devices, devices[1:])):
            raise ValueError("devices out of order")
        versions.append((codec, schema, flags == 1, changed, clock, take(length)))
        hashes.append(hashlib.sha256(data[start:file.tell()]).digest())
    if not versions or file.read(1) or any(a >= b for a, b in zip(hashes, hashes[1:])):
        raise ValueError("no version, or out of order, or something behind")
    return kind, versions

def one_pass(file, header, key):
    file.seek(HEADER)
    stream = Stream(file, header, key)
    head = stream.take(36)
    about = {"lineage": head[:16].hex(), "sequence": number(head[16:24]), "made_at": number(head[24:32]),
             "records": number(head[32:])}
    if about["records"] > MAX_RECORDS:
        raise Refused(f"TooMany {{ records: {about['records']} }}")
    return about, records(stream, about)

def unlocked(file, way, key_of):
    header = file.read(HEADER)
    check_header(header)
    key = file_key(header, way, key_of(header))
    about, inside = one_pass(file, header, key)
    for _ in inside:
        pass
    return header, key, about

def told(record_id, kind, versions):
    """As the frozen files tell it."""
    def version(codec, schema, deleted, changed, clock, body):
        seen = " ".join(f"{device.hex()} {count}" for device, count in clock)
        body = body.hex() if len(body) <= 64 else f"{len(body)} bytes"
        return (f"({'Json' if codec == 1 else 'Raw'}, schema {schema}, deleted {str(deleted).lower()}, "
                f"{changed} ms, seen {seen}, body {body})")
    return f"{record_id.hex()}: kind {kind}, {', '.join(version(*each) for each in versions)}"

def outcome(data, way, key_of):
    file = io.BytesIO(data)
    try:
        header, key, about = unlocked(file, way, key_of)
        _, inside = one_pass(file, header, key)
        lines = [f"; {told(record_id, *held)}" for record_id, held in inside]
        return (f"opens: lineage {about['lineage']}, sequence {about['sequence']}, at {about['made_at']} ms"
                f"{''.join(lines)}")
    except Refused as refused:
        return f"refused: BackupError::{refused}"

def check(folder):
    wrong = seen = 0
    for path in sorted(pathlib.Path(folder).glob("backup_*.txt")):
        head, _, body = path.read_text().partition("\n\n")
        expected = next(line[8:] for line in head.splitlines() if line.startswith("expect: "))
        data = bytes.fromhex("".join(body.split()))
        found = outcome(data, "recovery", lambda _: wrapping_key("recovery", FROZEN_SHEET))
        if path.stem == "backup_opens":
            typed = outcome(data, "passphrase", lambda header: passphrase_key(header, FROZEN_PASSPHRASE))
            found = found if typed == found else typed
        seen += 1
        if found != expected:
            wrong += 1
            print(f"{path.stem}: {found}\n  expected {expected}")
    print(f"{seen} frozen backups, {wrong} read otherwise than they should be")
    return 1 if wrong or seen < 40 else 0

def main(arguments):
    if arguments[:1] == ["--check"]:
        return check(arguments[1])
    with open(arguments[0], "rb") as file:
        if "--recovery" in arguments:
            way, secret = "recovery", sheet_secret([getpass.getpass(f"Line {line}: ") for line in "1234"])
            def key_of(_):
                return wrapping_key(way, secret)
        else:
            way, typed = "passphrase", getpass.getpass("Passphrase: ")
            def key_of(header):
                return passphrase_key(header, typed)
        header, key, about = unlocked(file, way, key_of)
        print(about)
        for record_id, held in one_pass(file, header, key)[1]:
            print(told(record_id, *held))
    return 0

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Refused as why:
        sys.exit(str(why))
