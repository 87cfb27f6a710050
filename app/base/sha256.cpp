// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sha256.h"

#include <openssl/evp.h>

namespace assay {

namespace {

constexpr qsizetype kDigestSize = 32;

/// No libcrypto that can be built with is without it.
void require(bool isDone)
{
    if (!isDone)
        qFatal("SHA-256 is not available");
}

} // namespace

void Sha256::FreeContext::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    // Looking the algorithm up takes longer than to digest a short text; it lives as long as the program.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    require(m_context && algorithm != nullptr && EVP_DigestInit_ex(m_context.get(), algorithm, nullptr) == 1);
}

void Sha256::add(QByteArrayView data)
{
    require(EVP_DigestUpdate(m_context.get(), data.data(), static_cast<size_t>(data.size())) == 1);
}

QByteArray Sha256::result()
{
    QByteArray digest(kDigestSize, Qt::Uninitialized);
    auto* const bytes = reinterpret_cast<unsigned char*>(digest.data());
    require(EVP_DigestFinal_ex(m_context.get(), bytes, nullptr) == 1);
    return digest;
}

QByteArray sha256(QByteArrayView data)
{
    Sha256 digest;
    digest.add(data);
    return digest.result();
}

} // namespace assay
