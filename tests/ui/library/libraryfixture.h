// SPDX-License-Identifier: GPL-3.0-or-later
// A real library page over a real temporary workspace, for tests that drive it by keys. Some generations have
// image files, some failed.
#pragma once

#include "app/store/generations.h"
#include "app/store/imageroots.h"
#include "app/store/reviews.h"
#include "app/store/rollups.h"
#include "app/store/storewriter.h"
#include "app/store/transaction.h"
#include "tests/support/builders.h"
#include "tests/support/workspace.h"
#include "ui/library/librarypage.h"
#include "ui/library/libraryview.h"

#include <QApplication>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

namespace assay {

class LibraryFixture
{
public:
    LibraryFixture()
        : m_settings(m_workspace.folder().filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , m_generations(m_workspace.database(), m_workspace.calendar())
        , m_reviews(m_workspace.database())
    {
        m_root = *ImageRoots(m_workspace.database()).add(m_workspace.folder().path(), {}, kNoon);
    }

    const Database& database() const { return m_workspace.database(); }
    const TemporaryWorkspace& workspace() const { return m_workspace; }

    GenerationId add(GenerationBuilder builder)
    {
        const auto added = m_generations.add(builder);
        if (!added || !m_generations.makeSearchable())
            qFatal("not added");
        return added->id;
    }
    /// With an image file of its own.
    GenerationId addImage(GenerationBuilder builder)
    {
        const QString file = builder.build().externalId + QStringLiteral(".png");
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(QColor(40, 120, 200));
        image.save(m_workspace.folder().filePath(file));
        return add(builder.image(anImage(m_root.id, file, builder.build().externalId)));
    }
    void review(const ReviewBuilder& builder)
    {
        if (!m_reviews.add(builder))
            qFatal("not reviewed");
    }
    /// `count` generations from a log, a minute apart.
    void addMany(int count)
    {
        auto transaction = Transaction::begin(m_workspace.database());
        for (int i = 0; i < count; ++i) {
            const auto added = m_generations.add(aGeneration(QStringLiteral("many%1").arg(i))
                                                     .asset(QStringLiteral("asset %1").arg(i))
                                                     .sentAt(kNoon + std::chrono::minutes(i)));
            if (!added)
                qFatal("not added");
        }
        if (!m_generations.makeSearchable() || !transaction || !transaction->commit())
            qFatal("not stored");
    }
    void refreshRollups()
    {
        if (!Rollups(m_workspace.database()).refresh())
            qFatal("not counted");
    }

    void openPage(const QSize& size = {1536, 900})
    {
        auto writer = StoreWriter::start(m_workspace.path());
        if (!writer)
            qFatal("no writer");
        m_writer = *std::move(writer);
        m_loader = std::make_unique<ImageLoader>(
            ImageLoaderOptions{m_workspace.folder().filePath(QStringLiteral("thumbnails"))});
        m_page = std::make_unique<LibraryPage>(
            LibraryServices{m_workspace.path(), *m_writer, *m_loader, QTimeZone::utc(), m_settings});
        m_page->resize(size);
        QSignalSpy listed(m_page.get(), &LibraryPage::listed);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->setFocus();
        if (listed.isEmpty() && !listed.wait(15'000))
            qFatal("nothing listed");
    }
    void closePage()
    {
        m_page.reset();
        m_loader.reset();
        m_writer.reset();
    }

    LibraryPage& page() { return *m_page; }
    StoreWriter& writer() { return *m_writer; }
    LibraryView& view() { return *m_page->findChild<LibraryView*>(QStringLiteral("libraryView")); }
    template<typename Widget>
    Widget* find(const char* name)
    {
        return m_page->findChild<Widget*>(QLatin1String(name));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(),
                        Qt::Key(key), modifiers);
    }
    /// What was asked for is listed.
    bool isListed(const std::function<void()>& ask)
    {
        QSignalSpy listed(m_page.get(), &LibraryPage::listed);
        ask();
        return !listed.isEmpty() || listed.wait(15'000);
    }

private:
    TemporaryWorkspace m_workspace;
    QSettings m_settings;
    Generations m_generations;
    Reviews m_reviews;
    ImageRoot m_root;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<ImageLoader> m_loader;
    std::unique_ptr<LibraryPage> m_page;
};

} // namespace assay
