// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sha256.h"

#include <memory>
#include <openssl/evp.h>

namespace assay {

namespace {

constexpr qsizetype kDigestSize = 32;

struct FreeContext
{
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

} // namespace

QByteArray sha256(QByteArrayView data)
{
    // Looking the algorithm up takes longer than to digest a short text; it lives as long as the program.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    QByteArray digest(kDigestSize, Qt::Uninitialized);
    const bool isMade =
        algorithm != nullptr && context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1 &&
        EVP_DigestUpdate(context.get(), data.data(), static_cast<size_t>(data.size())) == 1 &&
        EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1;
    if (!isMade)
        qFatal("SHA-256 is not available");
    return digest;
}

} // namespace assay
