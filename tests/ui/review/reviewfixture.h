// SPDX-License-Identifier: GPL-3.0-or-later
// A real review page over a real temporary workspace with image files, for tests that drive it by keys. The
// clock stands still unless it is moved.
#pragma once

#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/reviews.h"
#include "app/store/storewriter.h"
#include "tests/support/builders.h"
#include "tests/support/workspace.h"
#include "ui/review/reviewpage.h"

#include <QImage>
#include <QTest>

namespace assay {

class ReviewFixture
{
public:
    ReviewFixture()
        : m_images(m_workspace.folder().filePath(QStringLiteral("images")))
    {
        QDir().mkpath(m_images);
        m_root = *ImageRoots(m_workspace.database()).add(m_images, {}, kNoon);
    }

    const TemporaryWorkspace& workspace() const { return m_workspace; }
    const Database& database() const { return m_workspace.database(); }
    QString pathOf(const QString& name) const { return m_images + QLatin1Char('/') + name; }
    ImageRootId root() const { return m_root.id; }

    static Checklist teaChecklist()
    {
        return {{u"c1"_qs, ConstraintKind::Count, u"three mugs"_qs, {}, {0, 14}},
                {u"c2"_qs, ConstraintKind::Colour, u"mugs contain red"_qs, u"c1"_qs, {6, 3}},
                {u"c3"_qs, ConstraintKind::Text, u"reads \u201cSALE\u201d"_qs, {}, {20, 13}}};
    }
    static QString teaPrompt() { return u"Three red mugs with the text SALE on a wooden table"_qs; }

    /// A generation with an image file of its own; returns its id.
    GenerationId add(GenerationBuilder builder)
    {
        const QString file = QStringLiteral("%1.png").arg(builder.build().externalId);
        const int shade = 20 + (m_count * 37) % 200;
        QImage image(96, 64, QImage::Format_RGB32);
        image.fill(QColor(shade, 255 - shade, 120));
        image.save(pathOf(file));
        return addFile(builder.sentAt(kNoon + std::chrono::minutes(m_count)), file);
    }
    /// The same for a file that is there already, or deliberately not.
    GenerationId addFile(GenerationBuilder builder, const QString& file)
    {
        ++m_count;
        const ImageFile image = anImage(m_root.id, file, builder.build().externalId);
        Generations generations(m_workspace.database(), m_workspace.calendar());
        const auto added = generations.add(builder.image(image));
        if (!added || !generations.makeSearchable())
            qFatal("not added: %s", added ? "not searchable" : qPrintable(added.error().detail));
        return added->id;
    }
    GenerationId addTea(QStringView externalId)
    {
        return add(aGeneration(externalId).prompt(teaPrompt()).checklist(teaChecklist()).asset(externalId));
    }

    /// Opens the page as the program does: a reader for the window, one writing thread.
    void openPage()
    {
        m_reader = m_workspace.openReader();
        auto writer = StoreWriter::start(m_workspace.path());
        if (!writer)
            qFatal("no writer: %s", qPrintable(writer.error().detail));
        m_writer = *std::move(writer);
        m_loader = std::make_unique<ImageLoader>(
            ImageLoaderOptions{m_workspace.folder().filePath(QStringLiteral("thumbnails"))});
        const ReviewServices services{*m_reader, *m_writer, QTimeZone::utc(), [this] { return m_now; },
                                      QStringLiteral("dana")};
        m_page = std::make_unique<ReviewPage>(services, *m_loader);
        m_page->resize(1536, 940);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->start();
        m_page->setFocus();
    }
    void closePage()
    {
        m_page.reset();
        m_loader.reset();
        m_writer.reset();
        m_reader.reset();
    }

    ReviewPage& page() { return *m_page; }
    ReviewFlow& flow() { return m_page->flow(); }
    StoreWriter& writer() { return *m_writer; }
    template<typename Widget>
    Widget* find(const char* name)
    {
        return m_page->findChild<Widget*>(QLatin1String(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), key,
                        modifiers);
    }
    void advance(std::chrono::seconds time) { m_now += time; }

    std::optional<Review> inForce(GenerationId id) const { return *Reviews(database()).inForce(id); }
    ReviewDraft draft(GenerationId id) const { return *Reviews(database()).draft(id); }
    Checklist checklist(GenerationId id) const
    {
        return Generations(database(), m_workspace.calendar()).get(id)->checklist;
    }

private:
    TemporaryWorkspace m_workspace;
    QString m_images;
    ImageRoot m_root;
    UtcTime m_now = kNoon + std::chrono::hours(2);
    int m_count = 0;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<ImageLoader> m_loader;
    std::unique_ptr<ReviewPage> m_page;
};

} // namespace assay
