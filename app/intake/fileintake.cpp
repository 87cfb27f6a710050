// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/fileintake.h"

#include "app/intake/imageintake.h"
#include "app/intake/importsource.h"

#include <QDateTime>
#include <QFileInfo>

namespace assay {

namespace {

/// The place knows better than the root whose file it is; what the file states itself stays.
void fillFromPlace(const PathFacts& facts, Generation& generation)
{
    if (!facts.client.isEmpty())
        generation.client = facts.client;
    if (generation.asset.isEmpty())
        generation.asset = facts.asset;
    if (generation.batch.isEmpty())
        generation.batch = facts.batch;
    generation.cycle = facts.cycle.value_or(kCycleByRule);
}

} // namespace

FileIntake::FileIntake(const Database& reading, FileIntakeOptions options)
    : m_options(std::move(options))
    , m_calendar(QTimeZone::utc())
    , m_generations(reading, m_calendar)
{
}

FileDecision FileIntake::take(const QString& path, FileOrigin origin, ImportBatch& batch) const
{
    const auto owned = ownerOf(m_options.roots, path);
    // The root may have been removed since the file was found.
    if (!owned)
        return FileDecision::Done;
    const QFileInfo info(path);
    const UtcTime modifiedAt = fromEpochMs(info.lastModified().toMSecsSinceEpoch());
    if (m_options.olderThan && modifiedAt > *m_options.olderThan) {
        batch.scope = ImportScope::AllButYoung;
        return FileDecision::Done;
    }
    const SidecarName sidecar = origin == FileOrigin::Found ? sidecarName(path) : SidecarName::None;
    if (sidecar != SidecarName::None) {
        takeSidecar(path, sidecar, *owned, batch);
        return FileDecision::Done;
    }
    // What a person names is taken, whatever the folder's rules say about what is found.
    if (origin == FileOrigin::Found && !rulesOf(owned->root.id).takes(owned->relativePath))
        return FileDecision::Done;
    // Where the workspace can't tell, the file is read again, which is slower and gives the same.
    const auto isKnown =
        m_generations.isUnchangedFile(owned->root.id, owned->relativePath, info.size(), modifiedAt);
    if (isKnown && *isKnown) {
        ++batch.counts.known;
        return FileDecision::Done;
    }
    const auto kind = sniffFile(path);
    const bool isExpected = origin == FileOrigin::Named || isNamedLikeImage(path);
    if (kind && *kind == FileKind::Image)
        takeImage(path, *owned, batch);
    else if (kind && *kind == FileKind::Log && (origin == FileOrigin::Named || isNamedLikeLog(path)))
        return FileDecision::IsLog;
    else if (!kind && isExpected)
        refuse(batch, {path, {}, kind.error()});
    else if (isExpected)
        refuse(batch, {path, {}, Error{ErrorKind::Unsupported, {}, QStringLiteral("no image")}});
    return FileDecision::Done;
}

void FileIntake::takeImage(const QString& path, const OwnedPath& owned, ImportBatch& batch) const
{
    const QString client = m_options.client.isEmpty() ? owned.root.client : m_options.client;
    auto generation = readImageFile(
        path, {owned.root.id, owned.relativePath, client, m_options.clock(), m_options.isWatched});
    if (!generation) {
        refuse(batch, {path, {}, generation.error()});
        return;
    }
    fillFromPlace(rulesOf(owned.root.id).factsOf(owned.relativePath), *generation);
    batch.items.append({*std::move(generation), path, {}, {}});
}

void FileIntake::takeSidecar(const QString& path, SidecarName name, const OwnedPath& owned,
                             ImportBatch& batch) const
{
    for (const QString& image : imagesToReadAgain(path, name, owned)) {
        auto file = readImageFile(owned.root.path + u'/' + image,
                                  {owned.root.id, image, owned.root.client, m_options.clock()});
        // An image that can't be read now is no reason to refuse what stands beside it.
        if (file)
            batch.readAgain.append(*std::move(file));
    }
}

/// Relative to the root. Images that were not stored yet are not among them: they read what is beside them.
/// One that was read while its sidecar was being written is read again when that is whole.
QStringList FileIntake::imagesToReadAgain(const QString& path, SidecarName name, const OwnedPath& owned) const
{
    const QFileInfo sidecar(owned.relativePath);
    const QString folder = sidecar.path() == u'.' ? QString() : QString(sidecar.path() + u'/');
    const bool isOfOne = name == SidecarName::OfOne;
    const QString prefix = isOfOne ? QString(folder + sidecar.completeBaseName() + u'.') : folder;
    const auto images =
        m_generations.imagesAt(owned.root.id, prefix, isOfOne ? PromptState::Any : PromptState::None);
    if (!images)
        return {}; // looked for again when the folder is read the next time
    QStringList again;
    for (const DescribedImage& image : *images) {
        const QFileInfo info(image.relativePath);
        if (info.path() != sidecar.path() ||
            (isOfOne && info.completeBaseName() != sidecar.completeBaseName()))
            continue;
        const QString imagePath = QFileInfo(path).path() + u'/' + info.fileName();
        if (image.hasPrompt ? hasOtherSidecar(imagePath, image.rawMetadata) : hasSidecar(imagePath))
            again.append(image.relativePath);
    }
    return again;
}

const PathRules& FileIntake::rulesOf(ImageRootId root) const
{
    static const PathRules kNone;
    const auto found = m_options.rules.find(root);
    return found == m_options.rules.end() ? kNone : found->second;
}

} // namespace assay
