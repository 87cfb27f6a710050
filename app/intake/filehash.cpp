// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/filehash.h"

#include "app/base/sha256.h"

#include <QIODevice>

namespace assay {

namespace {

constexpr qint64 kBlock = 1024 * 1024;

} // namespace

Result<QByteArray> sha256Of(QIODevice& device)
{
    if (!device.seek(0))
        return Error{ErrorKind::Io, {}, device.errorString()};
    Sha256 digest;
    QByteArray block(kBlock, Qt::Uninitialized);
    while (true) {
        const qint64 count = device.read(block.data(), kBlock);
        if (count < 0)
            return Error{ErrorKind::Io, {}, device.errorString()};
        if (count == 0)
            return digest.result();
        digest.add(QByteArrayView(block).first(count));
    }
}

} // namespace assay
