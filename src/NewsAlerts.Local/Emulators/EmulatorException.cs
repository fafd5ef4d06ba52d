namespace NewsAlerts.Local.Emulators;

/// <summary>An emulator cannot be had. The message is for the user: what is wrong, and what to do.</summary>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
