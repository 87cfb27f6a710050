// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/filehash.h"

#include <QIODevice>

#include <memory>
#include <openssl/evp.h>

namespace assay {

namespace {

constexpr qint64 kBlock = 1024 * 1024;
constexpr qsizetype kDigestSize = 32;

struct FreeContext
{
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

Error hashError()
{
    return {ErrorKind::Io, {}, QStringLiteral("SHA-256 is not available")};
}

} // namespace

Result<QByteArray> sha256Of(QIODevice& device)
{
    const Context context(EVP_MD_CTX_new());
    if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
        return hashError();
    if (!device.seek(0))
        return Error{ErrorKind::Io, {}, device.errorString()};
    QByteArray block(kBlock, Qt::Uninitialized);
    while (true) {
        const qint64 count = device.read(block.data(), kBlock);
        if (count < 0)
            return Error{ErrorKind::Io, {}, device.errorString()};
        if (count == 0)
            break;
        if (EVP_DigestUpdate(context.get(), block.constData(), static_cast<size_t>(count)) != 1)
            return hashError();
    }
    QByteArray digest(kDigestSize, '\0');
    if (EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) != 1)
        return hashError();
    return digest;
}

} // namespace assay
