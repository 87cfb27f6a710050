// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"
#include "ui/common/banner.h"
#include "ui/common/surface.h"
#include "ui/setup/welcomepage.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace assay;

namespace {

QImage filled(Qt::GlobalColor colour)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

} // namespace

class TestWelcomePage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void shown_sampleButtonHasFocus();
    void keys_askForEverything_data();
    void keys_askForEverything();
    void tab_makesTheOtherCardCurrent();
    void drop_givesLocalPathsOnly();
    void pictures_areDrawn_inBothThemes();
    void zone_isChosenByName();
    void zoneInUse_isInTheListWhateverItIs();
    void filterWithoutMatch_choosesNothing();
    void sampleProgress_restsTheButton();
    void banner_takesOneMessageAtATime();

private:
    template<typename T>
    T* find(const char* name) const
    {
        return m_page->findChild<T*>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<WelcomePage> m_page;
};

void TestWelcomePage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_qs), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
    m_page = std::make_unique<WelcomePage>();
    m_page->setZone(QTimeZone("Europe/Berlin"));
    m_page->resize(1100, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TestWelcomePage::cleanup()
{
    m_page.reset();
    m_appearance.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestWelcomePage::shown_sampleButtonHasFocus()
{
    QCOMPARE(QApplication::focusWidget(), find<QPushButton>("openSample"));
}

void TestWelcomePage::keys_askForEverything_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("sample") << QByteArray("openSample") << QByteArray(SIGNAL(openSampleRequested()))
                            << Qt::Key_Space;
    QTest::newRow("sample, return") << QByteArray("openSample") << QByteArray(SIGNAL(openSampleRequested()))
                                    << Qt::Key_Return;
    QTest::newRow("folder") << QByteArray("chooseFolder") << QByteArray(SIGNAL(addFolderRequested()))
                            << Qt::Key_Enter;
    QTest::newRow("workspace") << QByteArray("openWorkspace") << QByteArray(SIGNAL(openWorkspaceRequested()))
                               << Qt::Key_Return;
    QTest::newRow("log") << QByteArray("importLog") << QByteArray(SIGNAL(importLogRequested()))
                         << Qt::Key_Space;
}

void TestWelcomePage::keys_askForEverything()
{
    QFETCH(QByteArray, button);
    QFETCH(QByteArray, signal);
    QFETCH(Qt::Key, key);
    QSignalSpy asked(m_page.get(), signal.constData());
    auto* wanted = find<QPushButton>(button.constData());
    for (int i = 0; i < 10 && QApplication::focusWidget() != wanted; ++i)
        QTest::keyClick(m_page.get(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), wanted);
    QTest::keyClick(wanted, key);
    QCOMPARE(asked.count(), 1);
}

void TestWelcomePage::tab_makesTheOtherCardCurrent()
{
    const auto cardOf = [this](const char* button) {
        QWidget* widget = find<QPushButton>(button);
        while (!qobject_cast<Panel*>(widget))
            widget = widget->parentWidget();
        return qobject_cast<Panel*>(widget);
    };
    QVERIFY(cardOf("openSample")->isCurrent());
    QVERIFY(!cardOf("chooseFolder")->isCurrent());
    QTest::keyClick(m_page.get(), Qt::Key_Tab);
    QVERIFY(!cardOf("openSample")->isCurrent());
    QVERIFY(cardOf("chooseFolder")->isCurrent());
}

void TestWelcomePage::drop_givesLocalPathsOnly()
{
    QSignalSpy dropped(m_page.get(), &WelcomePage::pathsDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/a folder"_qs), QUrl(u"https://example.org/x.png"_qs)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    event.setDropAction(Qt::MoveAction);
    QApplication::sendEvent(m_page.get(), &event);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.value(0).value(0).toStringList(), QStringList(u"/tmp/a folder"_qs));
    QCOMPARE(event.dropAction(), Qt::CopyAction); // never moved
}

void TestWelcomePage::pictures_areDrawn_inBothThemes()
{
    m_page->setPictures({filled(Qt::red), filled(Qt::green)});
    for (const auto mode : {Appearance::Mode::Dark, Appearance::Mode::Light}) {
        m_appearance->setMode(mode);
        const QImage shown = m_page->grab().toImage();
        int red = 0;
        int green = 0;
        for (int x = 0; x < shown.width(); ++x) {
            for (int y = 0; y < shown.height(); ++y) {
                red += shown.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
                green += shown.pixelColor(x, y) == QColor(Qt::green) ? 1 : 0;
            }
        }
        QVERIFY(red > 80 * 90);
        QVERIFY(green > 80 * 90);
        QCOMPARE(shown.pixelColor(4, 320), Theme::current().colour(Token::Window));
    }
}

void TestWelcomePage::zone_isChosenByName()
{
    QSignalSpy chosen(m_page.get(), &WelcomePage::zoneChosen);
    QTest::mouseClick(find<QPushButton>("changeZone"), Qt::LeftButton);
    auto* dialog = find<QDialog>("zoneDialog");
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    auto* list = dialog->findChild<QListView*>(u"zoneList"_qs);
    QCOMPARE(list->currentIndex().data().toString(), u"Europe/Berlin"_qs);
    auto* filter = dialog->findChild<QLineEdit*>(u"zoneFilter"_qs);
    QTest::keyClicks(filter, u"new york"_qs);
    QCOMPARE(list->currentIndex().data().toString(), u"America/New_York"_qs);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(m_page->zone(), QTimeZone("America/New_York"));
    QVERIFY(find<QLabel>("zoneWords")->text().endsWith(u"America/New_York"_qs));
}

void TestWelcomePage::zoneInUse_isInTheListWhateverItIs()
{
    m_page->setZone(QTimeZone("Etc/GMT+5"));
    QTest::mouseClick(find<QPushButton>("changeZone"), Qt::LeftButton);
    QCOMPARE(find<QListView>("zoneList")->currentIndex().data().toString(), u"Etc/GMT+5"_qs);
}

void TestWelcomePage::filterWithoutMatch_choosesNothing()
{
    QSignalSpy chosen(m_page.get(), &WelcomePage::zoneChosen);
    QTest::mouseClick(find<QPushButton>("changeZone"), Qt::LeftButton);
    auto* filter = m_page->findChild<QLineEdit*>(u"zoneFilter"_qs);
    QTest::keyClicks(filter, u"nowhere"_qs);
    QVERIFY(!find<QPushButton>("zoneUse")->isEnabled());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
}

void TestWelcomePage::sampleProgress_restsTheButton()
{
    auto* button = find<QPushButton>("openSample");
    m_page->showSampleProgress(120, 300);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->text(), u"120 of 300"_qs);
    QCOMPARE(find<QProgressBar>("sampleProgress")->value(), 120);
    QVERIFY(find<QProgressBar>("sampleProgress")->isVisible());
    m_page->showSampleProgress(300, 300);
    QVERIFY(button->isEnabled());
    QVERIFY(!find<QProgressBar>("sampleProgress")->isVisible());
}

void TestWelcomePage::banner_takesOneMessageAtATime()
{
    Banner* banner = m_page->banner();
    QVERIFY(!banner->isVisible());
    banner->showMessage(Banner::Kind::Problem, u"<b>x</b> is full."_qs, u"Free some space."_qs);
    QPushButton* retry = banner->addButton(u"Retry"_qs, ButtonKind::SmallPrimary);
    connect(retry, &QPushButton::clicked, banner,
            [banner] { banner->showMessage(Banner::Kind::Note, u"Done."_qs); });
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->sentence(), u"<b>x</b> is full."_qs);
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(banner->sentence(), u"Done."_qs);
    QVERIFY(banner->whatToDo().isEmpty());
    QTRY_VERIFY(banner->findChildren<QPushButton*>().isEmpty());
}

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
