// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what one walk over a container finds and keeps it inside the limits of container.h. The walkers of
// the formats are declared here; each is one file. Used by one walk on one thread; internal to app/metadata.
#pragma once

#include "app/metadata/container.h"

namespace assay {

class ContainerBuilder
{
public:
    explicit ContainerBuilder(ContainerFormat format);

    ContainerFormat format() const { return m_container.format; }
    void setSize(std::optional<QSize> size);
    void addProblem(const QString& problem);
    void addProvenance(const QStringList& provenance);
    void addText(TextSource source, const QString& keyword, QString text);
    void addExif(QByteArrayView tiff);
    void addXmp(QByteArrayView packet);
    /// The bytes of a C2PA manifest store, whole or the part that fits the chunk limit.
    void addC2pa(QByteArrayView manifest);

    /// Whether a chunk of that length may be read; says so when not.
    bool accepts(const QString& chunk, qint64 length);

    Container take();

private:
    Container m_container;
    qint64 m_textBytes = 0;
};

/// Walkers: each reads from the start of the device and adds what it finds.
void readPng(QIODevice& device, ContainerBuilder& builder);
void readJpeg(QIODevice& device, ContainerBuilder& builder);
void readWebP(QIODevice& device, ContainerBuilder& builder);
void readBmff(QIODevice& device, ContainerBuilder& builder);
void readJxl(QIODevice& device, ContainerBuilder& builder);

/// Calls `read` for each top-level box of an ISO 14496-12 file, the device standing at its content. False if
/// the file ends inside a box.
using BoxReader = void (*)(QIODevice& device, const QByteArray& type, qint64 length,
                           ContainerBuilder& builder);
bool forEachBox(QIODevice& device, ContainerBuilder& builder, BoxReader read);

} // namespace assay
