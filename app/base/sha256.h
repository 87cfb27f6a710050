// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4) by OpenSSL, which uses the processor's instructions for it: ten times as fast as
// QCryptographicHash.
#pragma once

#include <QByteArray>

#include <memory>

struct evp_md_ctx_st;

namespace assay {

/// One digest, made piece by piece, on one thread.
class Sha256
{
public:
    Sha256();

    void add(QByteArrayView data);
    /// 32 bytes. Once.
    QByteArray result();

private:
    struct FreeContext
    {
        void operator()(evp_md_ctx_st* context) const;
    };

    std::unique_ptr<evp_md_ctx_st, FreeContext> m_context;
};

/// Of bytes that are all there: 32 bytes. Any thread.
QByteArray sha256(QByteArrayView data);

} // namespace assay
