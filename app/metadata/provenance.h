// SPDX-License-Identifier: GPL-3.0-or-later
// What a file declares about its origin: C2PA manifests and IPTC's digital source type. Nothing is verified,
// no signature is checked, so every statement, a line each, says "declares" or "not verified". It is no
// prompt, no model and no seed. Pure functions.
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace assay {

/// From the bytes of a C2PA manifest store (JUMBF with CBOR).
QStringList provenanceOfC2pa(QByteArrayView manifest);

/// From one XMP property; empty for most.
QStringList provenanceOfXmp(const QString& name, const QString& text);

} // namespace assay
