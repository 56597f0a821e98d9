'use strict';
/** The main-process modules the double has; anything else fails at import, by name. */
module.exports = ['app', 'BrowserWindow', 'clipboard', 'dialog', 'ipcMain', 'Menu', 'MenuItem', 'nativeTheme', 'powerMonitor', 'protocol', 'screen', 'session', 'shell', 'webContents'];
