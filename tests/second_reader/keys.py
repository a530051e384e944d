"""All keys of a journal, from its header and its passphrase, by docs/format.md alone (sections 3 and 4).

    keys.py HEADER_IN_HEX PASSPHRASE     one line for each: its name, its bytes in hex

For the proof that none of them is ever found where it should not be.
"""

import sys

import reader


def keys(header, passphrase):
    parameters, vault_id = reader.derivation_parameters(header), header[40:56]
    memory, passes = reader.number(header[16:20]), reader.number(header[20:24])
    derived = reader.hash_secret_raw(
        passphrase.encode(), header[24:40], passes, memory, 1, 32, reader.Type.ID, 0x13)
    extracted = reader.hmac.digest(bytes(64), derived, "sha512")
    kek = reader.expand(extracted, b"trestle/v1/kek/passphrase\0" + vault_id + parameters, 32)
    yield "derived", derived
    yield "KEK", kek
    yield "W", reader.wrapping_key("passphrase", derived, parameters)
    for index in range(8):
        slot = header[64 + 128 * index : 64 + 128 * (index + 1)]
        context = b"trestle/v1/slot\0" + vault_id + header[56:60] + bytes([index])
        if reader.commits(kek, context, slot):
            cipher, base, _ = reader.schedule(kek, context, slot[:24])
            root = reader.open_chunk(cipher, base, 0, slot[56:])[:32]
            yield "RK", root
            for name in ("mac", "rec", "idx", "root", "draft", "inbox"):
                yield f"K_{name}", reader.expand(root, b"trestle/v1/" + name.encode(), 32)


for name, key in keys(bytes.fromhex(sys.argv[1]), sys.argv[2]):
    print(name, key.hex())
